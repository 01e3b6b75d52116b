package org.chuishao.local.replay;

import java.io.PrintStream;
import java.util.Locale;
import org.chuishao.local.replay.book.Book;
import org.chuishao.local.replay.book.Stage;

/** Shows how far a run is: a bar that moves on a terminal, a line now and then elsewhere. */
final class Progress {

    private static final int WIDTH = 30;
    private static final long LINE_EVERY_NANOS = 5_000_000_000L;

    private final Book book;
    private final Stage last;
    private final PrintStream out;
    private final boolean terminal;
    private final long start = System.nanoTime();
    private long lineAt = start;

    Progress(Book book, Stage last, PrintStream out, boolean terminal) {
        this.book = book;
        this.last = last;
        this.out = out;
        this.terminal = terminal;
    }

    /** To be called several times a second. */
    void show() {
        if (terminal) {
            out.print("\r" + line());
            out.flush();
        } else if (System.nanoTime() - lineAt >= LINE_EVERY_NANOS) {
            lineAt = System.nanoTime();
            out.println(line());
        }
    }

    void end() {
        out.println((terminal ? "\r" : "") + line());
    }

    /** Something worth telling in between. */
    void say(String words) {
        out.println((terminal ? "\r" + " ".repeat(line().length()) + "\r" : "") + words);
    }

    private String line() {
        int all = Math.max(1, book.entries().size());
        int filled = (int) (WIDTH * book.count(last) / all);
        StringBuilder counts = new StringBuilder();
        for (Stage stage : Stage.values()) {
            if (stage.compareTo(last) <= 0) {
                String name = stage.name().toLowerCase(Locale.ROOT).replace('_', ' ');
                counts.append("  ").append(name).append(' ').append(book.count(stage));
            }
        }
        return String.format(
                Locale.ROOT,
                "[%s%s] of %d%s  %d s",
                "#".repeat(filled),
                "-".repeat(WIDTH - filled),
                all,
                counts,
                (System.nanoTime() - start) / 1_000_000_000L);
    }
}
