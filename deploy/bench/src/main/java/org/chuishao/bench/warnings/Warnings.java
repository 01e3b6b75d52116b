package org.chuishao.bench.warnings;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.chuishao.bench.Figures;
import org.chuishao.bench.Held;
import org.chuishao.bench.warnings.log.Diary;
import org.chuishao.bench.warnings.log.LogWriter;
import org.chuishao.bench.warnings.log.Seals;
import org.chuishao.bench.warnings.match.Doubles;
import org.chuishao.bench.warnings.match.Raised;
import org.chuishao.bench.warnings.plant.Network;
import org.chuishao.bench.warnings.plant.Planted;
import org.chuishao.bench.warnings.plant.Story;
import org.chuishao.bench.warnings.world.Messages;
import org.chuishao.local.Service;
import org.chuishao.local.TemporaryMesh;
import org.chuishao.local.replay.client.Tokens;
import org.chuishao.mesh.scope.Roles;
import org.chuishao.routing.category.ShippedTaxonomy;
import org.chuishao.routing.category.Taxonomy;
import org.chuishao.testkit.Secrets;
import org.chuishao.testkit.TokenMint;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "warnings",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        description = "Twelve weeks of a hotline with 60 incidents planted in them, and decoys beside: how many"
                + " analytics warns of, how early, and what it warns of besides. Takes a few minutes.",
        footer = {
            "",
            "recall: of the incidents, those with a warning of their kind (of a cluster or a facility either), of their",
            "place and matter, in their time. precision: of the warnings of incidents' kinds, those of an incident;",
            "explained: CLUSTER and ANOMALY that an incident of another kind caused, in neither.",
            "lead-minutes: of clusters and facilities with ten complaints or more, from warning to the tenth; median.",
            "read-seconds: from the first event on the log until the figures count all tickets.",
            "lost: tickets that the figures do not count; doubled: warnings beside another of their rule and scope."
        })
public final class Warnings implements Callable<Integer> {

    private static final int NOT_HELD = 1;

    /** A network counts some seconds after it was said; nothing tells from when on. */
    private static final Duration NETWORKS_KNOWN = Duration.ofSeconds(10);

    private static final Path SAMPLE = Path.of("deploy", "local", "sample", "messages.tsv");

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "Real messages for the days around: TSV or CSV with the columns id, title, body, and others"
                    + " (default: the local run's sample).")
    private @Nullable Path file;

    @Option(names = "--seed", paramLabel = "N", description = "Of all that is made up (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--a-day", paramLabel = "N", description = "Usual tickets a day (default: ${DEFAULT-VALUE}).")
    private int aDay = 400;

    @Option(
            names = "--step",
            paramLabel = "HOURS",
            description = "Write so many hours of the log when those before have been read, as where nobody is behind"
                    + " (default: all at once, as after an outage of weeks, which decides warnings later).")
    private int step = Integer.MAX_VALUE;

    private final Figures figures = new Figures(System.out);
    private final Path project = Path.of(System.getProperty("chuishao.project", "."));

    @Override
    public Integer call() throws IOException, InterruptedException {
        Taxonomy tree = ShippedTaxonomy.read();
        Messages messages = Messages.read(file == null ? project.resolve(SAMPLE) : file, tree);
        Story story = Story.of(seed, aDay, messages, tree);
        long incidents = story.planted().stream().filter(Planted::incident).count();
        figures.say(
                "Seed %d: %d tickets, %d incidents and %d decoys among them",
                seed, story.complaints().size(), incidents, story.planted().size() - incidents);
        figures.add("seed", seed, "");
        figures.say("Starting a mesh of its own");
        try (TemporaryMesh mesh = TemporaryMesh.start(project, 1)) {
            // the others would route and assign what the log says is routed and assigned already
            Held others = Held.beside(Service.ANALYTICS, mesh.data(), 1);
            others.hold();
            try {
                return play(
                        story, new Diary(tree, Seals.of(Secrets.in(mesh.data().keys()))), mesh);
            } finally {
                others.letGo();
            }
        }
    }

    private int play(Story story, Diary diary, TemporaryMesh mesh) throws InterruptedException {
        Tokens tokens = new Tokens(TokenMint.in(mesh.data().keys()));
        Desk desk = new Desk(mesh.addresses(), tokens.ofProvince(Roles.ANALYST));
        for (Network network : story.networks()) {
            desk.makeKnown(network);
        }
        TimeUnit.MILLISECONDS.sleep(NETWORKS_KNOWN.toMillis());
        try (LogWriter log = new LogWriter(mesh.addresses().kafka());
                Reading reading = new Reading(mesh.addresses().kafka(), desk, figures)) {
            figures.say("Writing the log");
            long began = System.nanoTime();
            diary.each(story.complaints(), new StepByStep(log, reading, Duration.ofHours(step)));
            log.flush();
            reading.toTheEnd();
            figures.add("tickets", story.complaints().size(), "");
            figures.add("events", log.written(), "");
            figures.add("read-seconds", (System.nanoTime() - began) / 1e9, "s");
            return conclude(story, whole(desk, reading.settled()), desk);
        }
    }

    private static List<Raised> whole(Desk desk, List<JsonNode> listed) throws InterruptedException {
        List<Raised> whole = new ArrayList<>();
        for (JsonNode one : listed) {
            whole.add(desk.whole(one));
        }
        return whole;
    }

    private int conclude(Story story, List<Raised> warnings, Desk desk) throws InterruptedException {
        new Report(figures).of(story.planted(), warnings);
        long lost = story.complaints().size() - desk.tickets();
        List<Raised> doubled = Doubles.among(warnings);
        doubled.forEach(warning -> figures.say("Doubled: %s", warning));
        figures.add("lost", lost, "tickets");
        figures.add("doubled", doubled.size(), "warnings");
        figures.print();
        return lost == 0 && doubled.isEmpty() ? 0 : NOT_HELD;
    }
}
