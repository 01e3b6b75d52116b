package org.chuishao.local.replay;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.chuishao.local.replay.book.Entry;
import org.chuishao.local.replay.book.Quantile;
import org.chuishao.local.replay.book.Stage;

/** What is printed at the end of a run: a table for people, then one line for each figure. */
final class Summary {

    private static final int EXAMPLES = 10;

    private final PrintStream out;

    Summary(PrintStream out) {
        this.out = out;
    }

    void print(Outcome outcome) {
        out.println();
        row("sent", outcome.book().count(Stage.SENT));
        row("accepted", outcome.book().count(Stage.ACCEPTED));
        outcome.holdings().states().forEach((state, count) -> row("  in " + state, count));
        if (outcome.holdings().unanswered() > 0) {
            row("there without an answer", outcome.holdings().unanswered());
        }
        row("lost", outcome.holdings().lost().size());
        row("duplicated", outcome.holdings().doubled().size());
        row("order broken", outcome.holdings().faults().size());
        row("sent again", outcome.again());
        row("answers 500", outcome.failures());
        figures(outcome);
        long[] inbox = outcome.book().nanosTo(Stage.IN_INBOX);
        out.printf(
                Locale.ROOT,
                "%-28s %10.0f ms, p99 %.0f ms, of %d%n",
                "POST to inbox, median",
                Quantile.millis(inbox, 0.5),
                Quantile.millis(inbox, 0.99),
                inbox.length);
        examples(
                "refused",
                outcome.book().entries().stream()
                        .filter(e -> e.fate().refusal() != null)
                        .map(Summary::refusal)
                        .toList());
        examples("lost", outcome.holdings().lost());
        examples("duplicated", outcome.holdings().doubled());
        examples("order", outcome.holdings().faults());
        outcome.troubles().forEach((words, times) -> out.printf("  %d times: %s%n", times, words));
        out.println();
        figure("accepted", outcome.book().count(Stage.ACCEPTED), "tickets");
        figure("closed", outcome.closed(), "tickets");
        figure("lost", outcome.holdings().lost().size(), "tickets");
        figure("duplicated", outcome.holdings().doubled().size(), "tickets");
        figure("order-broken", outcome.holdings().faults().size(), "events");
        figure("inbox-p50", Quantile.millis(inbox, 0.5), "ms");
        figure("inbox-p99", Quantile.millis(inbox, 0.99), "ms");
    }

    private void figures(Outcome outcome) {
        if (outcome.figuresEqual()) {
            out.printf(
                    Locale.ROOT,
                    "%-28s %10s after %.1f s%n",
                    "figures of analytics",
                    "equal",
                    outcome.figuresSeconds());
        } else {
            out.printf(
                    "%-28s %10s: %s instead of %s%n",
                    "figures of analytics",
                    "DIFFER",
                    outcome.figures(),
                    outcome.holdings().states());
        }
    }

    private void row(String name, long count) {
        out.printf(Locale.ROOT, "%-28s %10d%n", name, count);
    }

    private void figure(String name, Number value, String unit) {
        out.println(
                name + ": " + (value instanceof Double d ? String.format(Locale.ROOT, "%.1f", d) : value) + ' ' + unit);
    }

    private void examples(String kind, List<String> all) {
        all.stream().limit(EXAMPLES).forEach(one -> out.println("  " + kind + ": " + one));
    }

    /** Intake's words name the field and never repeat what the caller said. */
    private static String refusal(Entry entry) {
        return entry.key() + ' ' + entry.fate().refusal();
    }
}
