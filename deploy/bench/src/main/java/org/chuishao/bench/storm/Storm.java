package org.chuishao.bench.storm;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chuishao.bench.Figures;
import org.chuishao.bench.Held;
import org.chuishao.local.PidFile;
import org.chuishao.local.Service;
import org.chuishao.local.TemporaryMesh;
import org.chuishao.local.replay.client.MeshClient;
import org.chuishao.local.replay.client.Tokens;
import org.chuishao.local.replay.message.Communities;
import org.chuishao.local.replay.message.Community;
import org.chuishao.mesh.scope.Roles;
import org.chuishao.testkit.TokenMint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "storm",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        description =
                "Twenty times the usual calls of one line in one city, half of them nearly the same, beside the other"
                        + " calls of a province; then the broker is frozen for a minute while calls go on, and analytics is killed."
                        + " Takes about six minutes.",
        footer = {
            "",
            "verdicts: how often the desk, which looks for five seconds at what nobody has judged, had to confirm.",
            "incidents, proactive-tickets: what all warnings of the storm came to, and the orders for it; one each.",
            "warning-seconds: from the event that decided a warning until it stood, of the slowest before the outage.",
            "live-lag: from an event to its line on a dashboard, while the storm is on. map-millis: to ask for the map.",
            "joined, told: tickets of the storm whose caller is told that he has joined the incident, and how often.",
            "catch-up-seconds: from the end of the outage until a dashboard is less than three seconds behind.",
            "restored-after-kill: from the kill -9 of what counts the windows until a dashboard shows what came after it, and is no"
                    + " more than three seconds behind.",
            "Exit code 0: one incident, one order, nobody told twice, nothing lost."
        })
public final class Storm implements Callable<Integer> {

    private static final int NOT_HELD = 1;
    private static final int TIMES = 20;
    private static final int STORM_PLACES = 40;
    private static final String CITY = "2101";
    private static final String MATTER = "HEATING";
    private static final Duration BEHIND = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final double WARM_UP_SECONDS = 30;

    /** People look before they confirm. */
    private static final long LOOKING_SECONDS = 5;

    @Option(
            names = "--usual",
            paramLabel = "N",
            description = "Usual calls a second of the line in the city (default: ${DEFAULT-VALUE}).")
    private double usual = 0.4;

    @Option(
            names = "--others",
            paramLabel = "N",
            description = "Other calls a second in the province (default: ${DEFAULT-VALUE}).")
    private double others = 4;

    @Option(names = "--seconds", paramLabel = "N", description = "Of the storm (default: ${DEFAULT-VALUE}).")
    private double seconds = 90;

    @Option(names = "--outage", paramLabel = "SECONDS", description = "Of the broker (default: ${DEFAULT-VALUE}).")
    private double outage = 60;

    @Option(names = "--seed", paramLabel = "N", description = "Of all that is made up (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    private int verdicts;

    private final Figures figures = new Figures(System.out);

    @Override
    public Integer call() throws IOException, InterruptedException {
        figures.say("Starting a mesh of its own");
        try (TemporaryMesh mesh = TemporaryMesh.start(Path.of(System.getProperty("chuishao.project", ".")), 1)) {
            Tokens tokens = new Tokens(TokenMint.in(mesh.data().keys()));
            Desk desk =
                    new Desk(mesh.addresses(), tokens.ofProvince(Roles.ANALYST), tokens.ofProvince(Roles.CALL_CENTRE));
            Communities all = Communities.ofLiaoning();
            Phrases phrases = new Phrases(seed);
            MeshClient client = new MeshClient(mesh.addresses(), PATIENCE);
            String token = tokens.ofProvince(Roles.CALL_CENTRE);
            Calls storm = new Calls(client, token, "storm" + seed, spread(all.within(CITY)), phrases::storm, seed);
            Calls rest = new Calls(client, token, "other" + seed, all.within("21"), phrases::other, seed + 1);
            try (Live live = new Live(mesh.addresses().of(Service.ANALYTICS), tokens.ofProvince(Roles.ANALYST))) {
                figures.say("Warming up for %.0f s", WARM_UP_SECONDS);
                rest.send(others, WARM_UP_SECONDS);
                live.take();
                storm(storm, rest, desk, live);
                outage(mesh, storm, rest, live);
                kill(mesh, storm, rest, live);
                return conclude(storm, rest, desk);
            }
        }
    }

    private void storm(Calls storm, Calls rest, Desk desk, Live live) throws InterruptedException {
        figures.say("The storm: %.1f calls a second for %.0f s beside %.1f others", usual * TIMES, seconds, others);
        CompletableFuture<Void> calls = inBackground(() -> storm.send(usual * TIMES, seconds));
        CompletableFuture<Void> around = inBackground(() -> rest.send(others, seconds));
        List<Double> maps = new ArrayList<>();
        while (!calls.isDone() || !around.isDone()) {
            maps.add(desk.mapMillis());
            List<JsonNode> warnings = desk.warnings(CITY, MATTER);
            Optional<String> raised = warnings.stream()
                    .filter(it -> it.path("state").asText().equals("RAISED"))
                    .map(it -> it.path("id").asText())
                    .findFirst();
            if (raised.isPresent()) {
                TimeUnit.SECONDS.sleep(LOOKING_SECONDS);
                if (desk.confirm(raised.get())) {
                    verdicts++;
                    figures.say("Confirmed after %d warnings", warnings.size());
                }
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
        calls.join();
        around.join();
        long[] lags = live.take();
        figures.add("live-lag-p50", Live.seconds(lags, 0.5), "s");
        figures.add("live-lag-p99", Live.seconds(lags, 0.99), "s");
        double[] millis = maps.stream().mapToDouble(it -> it).sorted().toArray();
        figures.add("map-millis-p50", millis[millis.length / 2], "ms");
        figures.add("map-millis-max", millis[millis.length - 1], "ms");
        figures.add("settled-after-storm", live.untilBehindBy(BEHIND, PATIENCE), "s");
        figures.add("warning-seconds", slowest(desk), "s");
        figures.add("verdicts", verdicts, "");
    }

    private void outage(TemporaryMesh mesh, Calls storm, Calls rest, Live live)
            throws IOException, InterruptedException {
        if (outage <= 0) {
            return;
        }
        figures.say("The broker stands still for %.0f s, calls go on", outage);
        Held broker = new Held(mesh.data(), List.of("kafka"));
        broker.hold();
        try {
            CompletableFuture<Void> calls = inBackground(() -> storm.send(usual * TIMES / 2, outage));
            rest.send(others, outage);
            calls.join();
        } finally {
            broker.letGo();
        }
        live.take();
        figures.add("outage-seconds", outage, "s");
        // somebody calls now and then, else there would be nothing new to see
        CompletableFuture<Void> around = inBackground(() -> rest.send(1, outage));
        figures.add("catch-up-seconds", live.untilBehindBy(BEHIND, PATIENCE), "s");
        around.join();
    }

    /** What counts the windows, in the middle of them; the supervisor starts it again. */
    private void kill(TemporaryMesh mesh, Calls storm, Calls rest, Live live) throws InterruptedException {
        figures.say("Killing analytics in the middle of its windows");
        CompletableFuture<Void> calls = inBackground(() -> storm.send(usual * TIMES / 2, WARM_UP_SECONDS));
        CompletableFuture<Void> around = inBackground(() -> rest.send(1, 3 * WARM_UP_SECONDS));
        TimeUnit.SECONDS.sleep(LOOKING_SECONDS);
        PidFile.of(mesh.data(), "analytics").living().orElseThrow().destroyForcibly();
        figures.add(
                "restored-after-kill", live.untilSomethingNew(PATIENCE) + live.untilBehindBy(BEHIND, PATIENCE), "s");
        calls.join();
        around.join();
    }

    private int conclude(Calls storm, Calls rest, Desk desk) throws InterruptedException {
        long accepted = (long) storm.accepted().size() + rest.accepted().size();
        long until = System.nanoTime() + PATIENCE.toNanos();
        // the order itself is counted too
        while (desk.counted() < accepted + 1 && System.nanoTime() < until) {
            TimeUnit.SECONDS.sleep(1);
        }
        TimeUnit.SECONDS.sleep(LOOKING_SECONDS);
        List<JsonNode> warnings = desk.warnings(CITY, MATTER);
        Set<String> incidents = distinct(warnings, "incident");
        Set<String> orders =
                distinct(warnings.stream().filter(it -> it.hasNonNull("ticket")).toList(), "ticket");
        List<JsonNode> notices = desk.notices();
        long told = distinct(notices, "ticket").size();
        figures.add("seed", seed, "");
        figures.add("accepted", accepted, "tickets");
        figures.add("of-the-storm", storm.accepted().size(), "tickets");
        figures.add("lost", accepted + orders.size() - desk.counted(), "tickets");
        figures.add("warnings", warnings.size(), "");
        figures.add("incidents", incidents.size(), "");
        figures.add("proactive-tickets", orders.size(), "");
        figures.add("joined", told, "tickets");
        figures.add("told-twice", notices.size() - told, "callers");
        figures.print();
        return incidents.size() == 1
                        && orders.size() == 1
                        && notices.size() == told
                        && accepted + orders.size() == desk.counted()
                ? 0
                : NOT_HELD;
    }

    private static double slowest(Desk desk) throws InterruptedException {
        return desk.warnings(CITY, MATTER).stream()
                .mapToDouble(Desk::secondsToRaise)
                .max()
                .orElse(Double.NaN);
    }

    /** All over the city. */
    private static List<Community> spread(List<Community> city) {
        return IntStream.range(0, STORM_PLACES)
                .mapToObj(i -> city.get(i * city.size() / STORM_PLACES))
                .toList();
    }

    private static Set<String> distinct(List<JsonNode> all, String field) {
        return all.stream().map(it -> it.path(field).asText()).collect(Collectors.toSet());
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    private static CompletableFuture<Void> inBackground(Work work) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        work.run();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                task -> new Thread(task, "calls").start());
    }
}
