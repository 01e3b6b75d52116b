package org.chuishao.grid.inbox;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The place of a notice among all, in the order in which they are told; as text, the id of an event of the stream. */
record Mark(long number) implements Comparable<Mark> {

    /** Before all. */
    static final Mark NONE = new Mark(0);

    /** Ids of before had the number of the transaction in front. */
    private static final Pattern TEXT = Pattern.compile("(?:[0-9]{1,18}-)?([0-9]{1,18})");

    static Optional<Mark> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches() ? Optional.of(new Mark(Long.parseLong(matcher.group(1)))) : Optional.empty();
    }

    /** The later of the two. */
    Mark or(Mark other) {
        return compareTo(other) < 0 ? other : this;
    }

    @Override
    public int compareTo(Mark other) {
        return Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return Long.toString(number);
    }
}
