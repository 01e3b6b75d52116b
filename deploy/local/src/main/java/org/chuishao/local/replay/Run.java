package org.chuishao.local.replay;

import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.chuishao.local.Addresses;
import org.chuishao.local.DataFolder;
import org.chuishao.local.replay.book.Book;
import org.chuishao.local.replay.book.Stage;
import org.chuishao.local.replay.chaos.Kills;
import org.chuishao.local.replay.client.MeshClient;
import org.chuishao.local.replay.client.Tokens;
import org.chuishao.local.replay.desk.Crew;
import org.chuishao.local.replay.reckoning.Figures;
import org.chuishao.local.replay.reckoning.Reckoning;
import org.chuishao.local.replay.reckoning.Reckoning.Holdings;
import org.chuishao.testkit.TokenMint;

/** One run through a mesh that is up: sends, plays the people, kills where asked to, and reckons at the end. */
public final class Run {

    private static final long LOOK_MILLIS = 200;
    private static final long FIGURES_PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final DataFolder data;
    private final Addresses addresses;
    private final Plan plan;
    private final Book book;
    private final MeshClient client;
    private final Tokens tokens;
    private final Progress progress;
    private final Stage last;

    public Run(DataFolder data, Plan plan, PrintStream out, boolean terminal) {
        this.data = data;
        this.plan = plan;
        addresses = Addresses.in(data);
        book = new Book(plan.name(), plan.messages());
        client = new MeshClient(addresses, plan.patience());
        tokens = new Tokens(TokenMint.in(data.keys()));
        last = plan.workers() ? Stage.CLOSED : Stage.IN_INBOX;
        progress = new Progress(book, last, out, terminal);
    }

    public Outcome perform() throws InterruptedException {
        Figures figures = new Figures(client, tokens);
        Map<String, Integer> before = figures.states();
        Map<String, Long> troubles;
        try (Crew crew = new Crew(book, client, tokens, addresses);
                Kills kills =
                        new Kills(data, addresses, plan.kill(), () -> book.progress(last), progress::say).start();
                Sender sender = new Sender(client, tokens, plan.cast(), book)) {
            if (plan.workers()) {
                crew.work();
            }
            sender.begin(plan.rate());
            awaitEnd(kills);
            troubles = crew.troubles();
        }
        progress.end();
        return compare(figures, before, troubles);
    }

    private void awaitEnd(Kills kills) throws InterruptedException {
        long moved = System.nanoTime();
        long seen = 0;
        while (!(book.settled(last) && kills.over())
                && System.nanoTime() - moved < plan.patience().toNanos()) {
            long now = book.moves();
            if (now != seen) {
                seen = now;
                moved = System.nanoTime();
            }
            progress.show();
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    /** Waits for the figures of analytics, which follow the log as intake's own list does; then looks at every ticket. */
    private Outcome compare(Figures figures, Map<String, Integer> before, Map<String, Long> troubles)
            throws InterruptedException {
        Reckoning reckoning = new Reckoning(client, tokens);
        long start = System.nanoTime();
        Map<String, Integer> added = Figures.added(before, figures.states());
        while (!added.equals(reckoning.states(plan.name())) && System.nanoTime() - start < FIGURES_PATIENCE_NANOS) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            added = Figures.added(before, figures.states());
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Holdings holdings = reckoning.of(book);
        boolean equal = added.equals(holdings.states());
        return new Outcome(book, holdings, added, equal ? seconds : -1, client.again(), client.failures(), troubles);
    }
}
