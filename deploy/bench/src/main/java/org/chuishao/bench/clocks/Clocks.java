package org.chuishao.bench.clocks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.chuishao.bench.Figures;
import org.chuishao.bench.Held;
import org.chuishao.local.PidFile;
import org.chuishao.local.Service;
import org.chuishao.local.TemporaryMesh;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "clocks",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        description =
                "A million pending deadlines in grid's own database: how late those fire that fall due one after the"
                        + " other, how long a burst takes that falls due at one instant, beside db-scheduler; and whether each"
                        + " fires once, and never early, while replicas are killed. Takes about 15 minutes.",
        footer = {
            "",
            "lateness-p50, -p99: of 100 due a second, between due and fired.",
            "burst-seconds: from the instant that --burst deadlines of working days were due until the event of the last",
            "was on the log; minute-lateness-p99: of deadlines of minutes that fell due among them.",
            "burst-ratio-db-scheduler: its seconds for as many one-time tasks that write one row, by ours.",
            "lost, twice, early: over all of them, the burst with --kills included."
        })
public final class Clocks implements Callable<Integer> {

    private static final int NOT_HELD = 1;
    private static final String STEADY = "bench-steady";
    private static final String BURST = "bench-burst";
    private static final String AMONG = "bench-among";
    private static final String KILLED = "bench-killed";
    private static final double PER_SECOND = 100;
    private static final Duration LEAD = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final double P50 = 0.5;
    private static final double P99 = 0.99;

    @Option(names = "--pending", paramLabel = "N", description = "Deadlines of later days (default: ${DEFAULT-VALUE}).")
    private int pending = 1_000_000;

    @Option(names = "--burst", paramLabel = "N", description = "Due at one instant (default: ${DEFAULT-VALUE}).")
    private int burst = 100_000;

    @Option(names = "--steady-seconds", paramLabel = "N", description = "Of 100 a second (default: ${DEFAULT-VALUE}).")
    private int steadySeconds = 300;

    @Option(names = "--replicas", paramLabel = "N", description = "Of grid (default: ${DEFAULT-VALUE}).")
    private int replicas = 2;

    @Option(
            names = "--kills",
            paramLabel = "N",
            description = "kill -9 in the second burst (default: ${DEFAULT-VALUE}).")
    private int kills = 20;

    @Option(names = "--seed", paramLabel = "N", description = "Of the kills (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    private final Clock clock = Clock.systemUTC();
    private final Figures figures = new Figures(System.out);

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        figures.say("Starting a mesh of its own, %d of each service", replicas);
        try (TemporaryMesh mesh = TemporaryMesh.start(Path.of(System.getProperty("chuishao.project", ".")), replicas);
                Store store = new Store(mesh.addresses().postgres())) {
            Held others = Held.beside(Service.GRID, mesh.data(), replicas);
            others.hold();
            try {
                load(store);
                steady(store);
                burst(store);
                peer(store, mesh.addresses().postgres());
                killed(store, mesh);
            } finally {
                others.letGo();
            }
            return conclude(store);
        }
    }

    private void load(Store store) throws SQLException {
        figures.say("Laying in %d pending deadlines", pending);
        Instant start = store.now();
        // over the next weeks, as they stand in a province
        store.arm("bench-pending", false, start.plus(Duration.ofDays(1)), 2, pending / 2);
        store.arm("bench-pending", true, start.plus(Duration.ofDays(1)), 2, pending - pending / 2);
        store.execute("analyze deadline");
        figures.add("pending", pending, "deadlines");
    }

    private void steady(Store store) throws SQLException, InterruptedException {
        int count = (int) (PER_SECOND * steadySeconds);
        figures.say("%.0f due a second for %d s", PER_SECOND, steadySeconds);
        store.arm(STEADY, true, store.now().plus(LEAD), 1 / PER_SECOND, count);
        TimeUnit.SECONDS.sleep(LEAD.toSeconds() + steadySeconds);
        settle(store, STEADY);
        figures.add("lateness-p50", store.lateness(STEADY, P50), "ms");
        figures.add("lateness-p99", store.lateness(STEADY, P99), "ms");
    }

    private void burst(Store store) throws SQLException, InterruptedException {
        figures.say("%d of working days due at one instant, and one of minutes every 50 ms among them", burst);
        Instant due = store.now().plus(LEAD);
        store.arm(BURST, false, due, 0, burst);
        store.arm(AMONG, true, due, 0.05, 1200);
        TimeUnit.SECONDS.sleep(LEAD.toSeconds());
        settle(store, BURST);
        settle(store, AMONG);
        double seconds = store.lastOnLog(BURST, due);
        figures.add("burst-seconds", seconds, "s");
        figures.add("minute-lateness-p99", store.lateness(AMONG, P99), "ms");
        figures.say("  all on the log after %.1f s", seconds);
        burstSeconds = seconds;
    }

    private double burstSeconds;

    private void peer(Store store, String postgres) throws SQLException, InterruptedException {
        figures.say("The same number of db-scheduler's one-time tasks");
        store.execute("create database bench");
        double theirs = new Peer(postgres, clock).burst(burst, PATIENCE);
        figures.say("  done after %.1f s", theirs);
        figures.add("db-scheduler-seconds", theirs, "s");
        figures.add("burst-ratio-db-scheduler", theirs / burstSeconds, "");
    }

    private void killed(Store store, TemporaryMesh mesh) throws SQLException, InterruptedException {
        if (kills == 0) {
            return;
        }
        figures.say("Another burst, and %d times kill -9 of a grid", kills);
        Random random = new Random(seed);
        store.arm(KILLED, false, store.now().plus(Duration.ofSeconds(5)), 0, burst);
        TimeUnit.SECONDS.sleep(4);
        for (int i = 0; i < kills; i++) {
            TimeUnit.MILLISECONDS.sleep(500 + random.nextInt(2500));
            String victim = random.nextInt(replicas) == 0 ? "grid" : "grid-2";
            PidFile.of(mesh.data(), victim).living().ifPresent(ProcessHandle::destroyForcibly);
        }
        settle(store, KILLED);
    }

    private void settle(Store store, String rule) throws SQLException, InterruptedException {
        if (!store.settle(rule, PATIENCE)) {
            figures.say("  after %d minutes %d of %s still wait", PATIENCE.toMinutes(), store.waiting(rule), rule);
        }
    }

    private int conclude(Store store) throws SQLException {
        long lost = 0;
        long twice = 0;
        long early = 0;
        for (String rule : new String[] {STEADY, BURST, AMONG, KILLED}) {
            lost += store.lost(rule);
            twice += store.twice(rule);
            early += store.early(rule);
        }
        figures.add("lost", lost, "deadlines");
        figures.add("twice", twice, "deadlines");
        figures.add("early", early, "deadlines");
        figures.print();
        return lost == 0 && twice == 0 && early == 0 ? 0 : NOT_HELD;
    }
}
