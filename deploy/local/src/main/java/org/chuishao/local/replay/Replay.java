package org.chuishao.local.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.chuishao.local.DataOption;
import org.chuishao.local.Trouble;
import org.chuishao.local.replay.message.Casting;
import org.chuishao.local.replay.message.Communities;
import org.chuishao.local.replay.message.Message;
import org.chuishao.local.replay.message.MessageFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "deploy/local/replay",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        description =
                "Sends a file of messages (id, author, title, time, body; tab-separated) through the local mesh and"
                        + " reckons what became of each.",
        footer = {
            "",
            "Places in Liaoning and callers are made up from the seed. Exit code 0: nothing lost, doubled or out of order,"
                    + " and all accepted (with --workers: closed, and counted by analytics).",
            "Example: deploy/local/replay deploy/local/sample/messages.tsv --rate 20 --workers --kill grid,kafka,postgres"
        })
final class Replay implements Callable<Integer> {

    private static final String SAMPLE = "deploy/local/sample/messages.tsv";
    private static final int NOT_HELD = 1;
    private static final int WRONG_FILE = 11;
    private static final int PATIENT = 180;
    private static final int IMPATIENT = 20;

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE.tsv",
            description = "The messages (default: the sample, " + SAMPLE + ").",
            defaultValue = "${sys:chuishao.project:-.}/" + SAMPLE)
    private Path file = Path.of(SAMPLE);

    @Option(names = "--rate", paramLabel = "N", description = "Messages a second (default: as fast as it goes).")
    private double rate;

    @Option(names = "--workers", description = "Play dispatchers, workers, reviewers and the callback desk to the end.")
    private boolean workers;

    @Option(names = "--seed", paramLabel = "N", description = "Of places and callers (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--limit", paramLabel = "N", description = "Only the first N messages.")
    private int limit = Integer.MAX_VALUE;

    @Option(
            names = "--run",
            paramLabel = "NAME",
            description = "Name of the run (default: a new one). A run of the same name and seed is taken up again.")
    private @Nullable String run;

    @Option(
            names = "--kill",
            paramLabel = "PART",
            split = ",",
            description = "Kill (-9) each of these once in the middle: intake, routing, grid, analytics, intake-2, ...,"
                    + " kafka, postgres.")
    private List<String> kill = List.of();

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            description = "Give up when nothing has moved for so long (default: 180, or 20 without --workers, when what"
                    + " waits for a dispatcher goes on waiting).")
    private @Nullable Integer patience;

    public static void main(String[] arguments) {
        System.exit(Trouble.run(new Replay(), arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        List<Message> messages = messages();
        String name = run == null ? UUID.randomUUID().toString().substring(0, 8) : run;
        Plan plan = new Plan(
                "replay-" + name + '-' + seed,
                messages.subList(0, Math.min(limit, messages.size())),
                new Casting(seed, Communities.ofLiaoning()),
                rate,
                workers,
                kill,
                Duration.ofSeconds(patience != null ? patience : workers ? PATIENT : IMPATIENT));
        Outcome outcome = new Run(data.folder(), plan, System.out, System.console() != null).perform();
        new Summary(System.out).print(outcome);
        return outcome.held() && complete(plan, outcome) ? 0 : NOT_HELD;
    }

    private boolean complete(Plan plan, Outcome outcome) {
        int all = plan.messages().size();
        int there = workers
                ? outcome.closed()
                : outcome.holdings().states().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum();
        return there == all && (!workers || outcome.figuresEqual());
    }

    private List<Message> messages() {
        if (!Files.isRegularFile(file)) {
            throw new Trouble(WRONG_FILE, "There is no file " + file + ". Without one the sample is taken: " + SAMPLE);
        }
        try {
            return MessageFile.read(file);
        } catch (IOException e) {
            throw new Trouble(WRONG_FILE, "Cannot read " + file + ": " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new Trouble(WRONG_FILE, String.valueOf(e.getMessage()));
        }
    }
}
