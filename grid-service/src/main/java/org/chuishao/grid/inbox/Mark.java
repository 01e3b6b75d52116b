package org.chuishao.grid.inbox;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The place of a notice among all, in the order of their transactions; as text, the id of an event of the stream. */
record Mark(long transaction, long number) implements Comparable<Mark> {

    /** Before all. */
    static final Mark NONE = new Mark(0, 0);

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,18})-([0-9]{1,18})");
    private static final Comparator<Mark> ORDER =
            Comparator.comparingLong(Mark::transaction).thenComparingLong(Mark::number);

    static Optional<Mark> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new Mark(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    /** The later of the two. */
    Mark or(Mark other) {
        return compareTo(other) < 0 ? other : this;
    }

    @Override
    public int compareTo(Mark other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return transaction + "-" + number;
    }
}
