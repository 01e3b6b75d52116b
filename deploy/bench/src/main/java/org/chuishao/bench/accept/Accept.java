package org.chuishao.bench.accept;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
                + " Takes about a quarter of an hour.",
        footer = {
            "",
            "ratio: intake alone, the other services held still, as pgbench is alone;",
            "ratio-mesh-working: all four at work on the same cores. Both are medians over",
            "short turns. The services run with the JVM options of the local run;",
            "CHUISHAO_SERVICE_OPTS in the environment puts others (see deploy/local/up --help)."
        })
public final class Accept implements Callable<Integer> {

    private static final int NOT_HELD = 1;
    private static final int WARM_UP_RATE = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration SEARCH = Duration.ofMinutes(3);
    private static final Duration ALL = Duration.ofMinutes(10);

    @Option(names = "--quick", description = "A small size, to see that it works: its figures say little.")
    private boolean quick;

    @Option(
            names = "--flat-seconds",
            paramLabel = "N",
            description = "How long the lag has to stay flat (default: ${DEFAULT-VALUE}).")
    private double flatSeconds = 60;

    @Option(names = "--probe-seconds", paramLabel = "N", description = "Of the search (default: ${DEFAULT-VALUE}).")
    private double probeSeconds = 10;

    @Option(names = "--rounds", paramLabel = "N", description = "Of pgbench and POST (default: ${DEFAULT-VALUE}).")
    private int rounds = 5;

    @Option(names = "--round-seconds", paramLabel = "N", description = "Of each (default: ${DEFAULT-VALUE}).")
    private double roundSeconds = 8; // under 10, after which Kafka takes a service that is held for dead

    @Option(
            names = "--warm-up-seconds",
            paramLabel = "N",
            description = "Before any figure (default: ${DEFAULT-VALUE}).")
    private double warmUpSeconds = 60;

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
        Instant started = clock.instant();
        try (TemporaryMesh mesh = TemporaryMesh.start(Path.of(System.getProperty("chuishao.project", ".")), 1)) {
            URI intake = URI.create(mesh.addresses().of(Service.INTAKE));
            Tokens tokens = new Tokens(TokenMint.in(mesh.data().keys()));
            Orders orders = new Orders(intake, tokens.ofProvince(Roles.CALL_CENTRE));
            Accepted accepted = new Accepted();
            Start start = new Start(mesh, intake, orders, accepted, clock);
            start.firstAccepted(started);
            double first = Duration.between(started, clock.instant()).toMillis() / 1000.0;
            measure(mesh, start, pgbench, new Inboxes(mesh.addresses(), tokens.ofProvince(Roles.SUPERVISOR)));
            figures.add("start-to-201-mesh-empty", first, "s");
            return conclude(new Census(mesh.addresses().postgres()), accepted);
        }
    }

    private void measure(TemporaryMesh mesh, Start start, Path program, Inboxes watched)
            throws IOException, SQLException, InterruptedException {
        Accepted accepted = start.accepted();
        ClosedLoop closed = new ClosedLoop(start.intake(), start.orders(), accepted);
        OpenLoop open = new OpenLoop(start.intake(), start.orders(), accepted);
        Census census = new Census(mesh.addresses().postgres());
        Parts parts = new Parts(mesh.data());
        Deadline deadline = Deadline.in(ALL);
        figures.say("Warming up for %.0f s", warmUpSeconds);
        open.send(WARM_UP_RATE, warmUpSeconds);
        figures.say(
                "All in inboxes after %.1f s", census.settle(accepted.sentAt().keySet(), PATIENCE));
        try (Inboxes inboxes = watched) {
            lag(new FlatRate(open, accepted, inboxes, figures));
        }
        census.settle(accepted.sentAt().keySet(), PATIENCE);
        Throughput throughput = new Throughput(
                closed, Pgbench.on(mesh.addresses().postgres(), program), parts, census, deadline, figures);
        figures.say("Accepted tickets beside pgbench, the other services held");
        throughput.alone(rounds, roundSeconds);
        figures.say("Accepted tickets beside pgbench, all services at work");
        throughput.working(rounds, roundSeconds);
        for (Service service : Service.values()) {
            figures.add("rss-" + service.title(), parts.residentMegabytes(service), "MB");
        }
        figures.say("Starting intake again, then everything");
        figures.add("start-to-201-service", start.ofIntake(), "s");
        figures.add("start-to-201-mesh", start.ofMesh(), "s");
    }

    private void lag(FlatRate search) throws InterruptedException {
        figures.say("Looking for the highest rate at which the lag stays flat for %.0f s", flatSeconds);
        Lag highest = search.find(probeSeconds, flatSeconds, Deadline.in(SEARCH));
        if (highest.flat()) {
            figures.add("flat-rate", highest.rate(), "tickets/s");
            figures.add("flat-rate-p50", highest.p50(), "ms");
            figures.add("flat-rate-p99", highest.p99(), "ms");
        } else {
            figures.say("No rate was flat for so long within %d minutes", SEARCH.toMinutes());
        }
        Lag half = search.probe(highest.rate() / 2, Math.min(30, flatSeconds));
        figures.add("post-to-inbox-p50", half.p50(), "ms");
        figures.add("post-to-inbox-p99", half.p99(), "ms");
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
