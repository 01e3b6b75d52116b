package org.chuishao.bench.accept;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.chuishao.bench.Figures;
import org.chuishao.bench.accept.Census.Count;
import org.chuishao.local.Service;
import org.chuishao.local.TemporaryMesh;
import org.chuishao.local.replay.client.Tokens;
import org.chuishao.mesh.scope.Roles;
import org.chuishao.testkit.TokenMint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "accept",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        description = "Accepted tickets a second beside pgbench on the same Postgres; the highest rate at which the way"
                + " from POST to inbox does not get longer, and how long it is at half of it; memory; time to start."
                + " Takes about half an hour.",
        footer = {
            "",
            "accepted-per-second-N, pgbench-insert-per-second-N, ratio-N: at N connections (16, 32),",
            "with intake alone, the other services held still, as pgbench is alone; medians over",
            "short turns of the one and the other, after a warm-up. ratio is ratio-32.",
            "...-mesh-working: the same with all four services at work on the same cores.",
            "flat-rate: held for three minutes without the way from POST to inbox getting longer;",
            "post-to-inbox-p50 and -p99 are measured at half of it. With a shorter --flat-seconds N",
            "all of these end in -of-N-s. Where no rate stayed flat there is no flat-rate, and the",
            "times end in -at-unconfirmed-rate.",
            "peak-...: with --learnt, for a minute of 50 tickets a second: POST to inbox, and the share that the",
            "model had the time to read; the rest went by rules.",
            "All of these with Java's own compilers, as a service in production has them.",
            "Memory and times to start are those of the local run's JVM options;",
            "CHUISHAO_SERVICE_OPTS in the environment puts others (see deploy/local/up --help)."
        })
public final class Accept implements Callable<Integer> {

    private static final int NOT_HELD = 1;
    private static final int WARM_UP_RATE = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final double HALF_SECONDS = 30;
    private static final double THREE_MINUTES = 180;

    private static final double PEAK_RATE = 50;
    private static final double PEAK_SECONDS = 60;

    /** The short probes, from their start; the stretches of three minutes, from the start of all. */
    private static final Duration SEARCH = Duration.ofMinutes(3);

    private static final Duration LAST_FLAT_STRETCH = Duration.ofMinutes(16);

    /** From the start of the turns with pgbench: a slow search shall take none of them away. */
    private static final Duration LAST_ROUND = Duration.ofMinutes(5);

    @Option(names = "--quick", description = "A small size, to see that it works: its figures say little.")
    private boolean quick;

    @Option(
            names = "--flat-seconds",
            paramLabel = "N",
            description = "How long the lag has to stay flat (default: ${DEFAULT-VALUE}).")
    private double flatSeconds = THREE_MINUTES;

    @Option(names = "--probe-seconds", paramLabel = "N", description = "Of the search (default: ${DEFAULT-VALUE}).")
    private double probeSeconds = 10;

    @Option(names = "--rounds", paramLabel = "N", description = "Of pgbench and POST (default: ${DEFAULT-VALUE}).")
    private int rounds = 3;

    @Option(names = "--round-seconds", paramLabel = "N", description = "Of each (default: ${DEFAULT-VALUE}).")
    private double roundSeconds = 5;

    @Option(
            names = "--warm-up-seconds",
            paramLabel = "N",
            description = "Before any figure (default: ${DEFAULT-VALUE}).")
    private double warmUpSeconds = 60;

    @Option(
            names = "--learnt",
            description =
                    "With a model in use that has learnt from the product's own phrases: each ticket is read by it.")
    private boolean learnt;

    /** As in production, where Java's compilers are left to themselves; with the memory that they need. */
    private static final String LONG_LIVED = "-Xmx512m -XX:+UseSerialGC";

    private final Clock clock = Clock.systemUTC();
    private final Figures figures = new Figures(System.out);

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        Path pgbench = Pgbench.find();
        if (quick) {
            flatSeconds = 10;
            probeSeconds = 5;
            rounds = 1;
            roundSeconds = 2;
            warmUpSeconds = 10;
        }
        figures.say("Starting a mesh of its own");
        Deadline lastFlatStretch = Deadline.in(LAST_FLAT_STRETCH);
        Instant started = clock.instant();
        try (TemporaryMesh mesh = TemporaryMesh.start(Path.of(System.getProperty("chuishao.project", ".")), 1)) {
            URI intake = URI.create(mesh.addresses().of(Service.INTAKE));
            Tokens tokens = new Tokens(TokenMint.in(mesh.data().keys()));
            Orders orders = new Orders(intake, tokens.ofProvince(Roles.CALL_CENTRE));
            Accepted accepted = new Accepted();
            Start start = new Start(mesh, intake, orders, accepted, clock);
            start.firstAccepted(started);
            double first = Duration.between(started, clock.instant()).toMillis() / 1000.0;
            Census census = new Census(mesh.addresses().postgres());
            warmUp(start, census);
            Parts parts = new Parts(mesh.data());
            for (Service service : Service.values()) {
                figures.add("rss-" + service.title(), parts.residentMegabytes(service), "MB");
            }
            figures.say("Starting everything again with Java's own compilers");
            mesh.halt();
            mesh.resume(LONG_LIVED);
            start.firstAccepted(clock.instant());
            if (learnt) {
                figures.say("Learning a model");
                URI routing = URI.create(mesh.addresses().of(Service.ROUTING));
                new LearntModel(routing, tokens.ofProvince(Roles.OPS)).use();
            }
            warmUp(start, census);
            warmUp(start, census);
            try (Inboxes inboxes = new Inboxes(mesh.addresses(), tokens.ofProvince(Roles.SUPERVISOR))) {
                lag(new FlatRate(open(start), accepted, inboxes, figures), lastFlatStretch);
            }
            census.settle(accepted.sentAt().keySet(), PATIENCE);
            if (learnt) {
                learntLag(start, accepted, census, mesh, tokens);
            }
            measure(mesh, start, pgbench);
            figures.add("start-to-201-mesh-empty", first, "s");
            return conclude(census, accepted);
        }
    }

    private static OpenLoop open(Start start) {
        return new OpenLoop(start.intake(), start.orders(), start.accepted());
    }

    private void warmUp(Start start, Census census) throws SQLException, InterruptedException {
        figures.say("Warming up for %.0f s", warmUpSeconds);
        open(start).send(WARM_UP_RATE, warmUpSeconds);
        figures.say(
                "All in inboxes after %.1f s",
                census.settle(start.accepted().sentAt().keySet(), PATIENCE));
    }

    private void lag(FlatRate search, Deadline lastFlatStretch) throws InterruptedException {
        figures.say("Looking for the highest rate at which the lag stays flat, by probes of %.0f s", probeSeconds);
        double found = search.find(probeSeconds, Deadline.in(SEARCH));
        figures.say("Looking for one that lasts %.0f s", flatSeconds);
        Lag highest = search.confirm(found, flatSeconds, lastFlatStretch);
        String held = flatSeconds < THREE_MINUTES ? String.format(Locale.ROOT, "-of-%.0f-s", flatSeconds) : "";
        if (highest.flat()) {
            figures.add("flat-rate" + held, highest.rate(), "tickets/s");
            figures.add("flat-rate-p50" + held, highest.p50(), "ms");
            figures.add("flat-rate-p99" + held, highest.p99(), "ms");
        } else {
            figures.say("No rate stayed flat for %.0f s", flatSeconds);
        }
        Lag half = search.probe(highest.rate() / 2, HALF_SECONDS);
        String at = highest.flat() ? held : "-at-unconfirmed-rate";
        half.into(figures, "post-to-inbox", at);
    }

    /** What the model reads at a province's peak, beside the rest of the mesh. */
    private void learntLag(Start start, Accepted accepted, Census census, TemporaryMesh mesh, Tokens tokens)
            throws SQLException, InterruptedException {
        figures.say("With the model, %.0f a second", PEAK_RATE);
        long before = census.readByModel();
        try (Inboxes inboxes = new Inboxes(mesh.addresses(), tokens.ofProvince(Roles.SUPERVISOR))) {
            Lag lag = new FlatRate(open(start), accepted, inboxes, figures).probe(PEAK_RATE, PEAK_SECONDS);
            lag.into(figures, "peak", "");
            figures.addShare("peak-read-by-model", (census.readByModel() - before) / (double) Math.max(1, lag.sent()));
        }
    }

    private void measure(TemporaryMesh mesh, Start start, Path program)
            throws IOException, SQLException, InterruptedException {
        ClosedLoop closed = new ClosedLoop(start.intake(), start.orders(), start.accepted());
        Census census = new Census(mesh.addresses().postgres());
        Parts parts = new Parts(mesh.data());
        Throughput throughput = new Throughput(
                closed, Pgbench.on(mesh.addresses().postgres(), program), parts, census, LAST_ROUND, figures);
        figures.say("Warming up intake alone");
        throughput.warmUp(quick ? warmUpSeconds : 2 * warmUpSeconds);
        figures.say("Accepted tickets beside pgbench, the other services held");
        throughput.alone(rounds, roundSeconds);
        figures.say("Accepted tickets beside pgbench, all services at work");
        throughput.working(1, roundSeconds);
        mesh.halt();
        mesh.resume();
        figures.say("Starting intake again, then everything");
        figures.add("start-to-201-service", start.ofIntake(), "s");
        figures.add("start-to-201-mesh", start.ofMesh(), "s");
    }

    private int conclude(Census census, Accepted accepted) throws SQLException, InterruptedException {
        census.settle(accepted.sentAt().keySet(), PATIENCE);
        Count count = census.of(accepted.sentAt().keySet());
        figures.add("accepted", accepted.sentAt().size(), "tickets");
        figures.add("not-accepted", accepted.others(), "requests");
        figures.add("lost", count.lost(), "tickets");
        figures.add("twice", count.twice(), "tickets");
        figures.print();
        if (accepted.others() > 0) {
            figures.say("The first that was not accepted: %s", String.valueOf(accepted.firstOther()));
        }
        return count.lost() == 0 && count.twice() == 0 && accepted.others() == 0 ? 0 : NOT_HELD;
    }
}
