package org.chuishao.bench.routing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.chuishao.bench.Figures;
import org.chuishao.bench.Memory;
import org.chuishao.local.Trouble;
import org.chuishao.routing.learn.BgeSmallZh;
import org.chuishao.routing.learn.Example;
import org.chuishao.routing.learn.Learnt;
import org.chuishao.routing.learn.Meanings;
import org.chuishao.routing.trial.Judged;
import org.chuishao.routing.trial.Trial;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "routing",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        description = "The classifier that learns, on labelled messages (TSV or CSV with named columns).",
        footer = {
            "",
            "Examples:",
            "  deploy/bench/run routing --folds 5 FILE              each fifth answered by what the others taught",
            "  deploy/bench/run routing --train FILE --test FILE    learnt from one, tried on the other",
            "  deploy/bench/run routing --before 2015-01-01 FILE    learnt from the older, tried on the newer",
            "  deploy/bench/run routing --where REGEX FILE          learnt from those that match, tried on the rest",
            "  deploy/bench/run routing --stream FILE               in order of time, from nothing",
            "  deploy/bench/run routing --sizes 1000,10000 FILE     seconds to learn, of messages multiplied",
            "",
            "coverage-at-95: share of the messages above the confidence from which on 95% of those that the model",
            "had learnt from (each answered as if not known) were right; wilson: at the lower end of Wilson's interval.",
            "share-by-itself, right-by-itself: under the product's thresholds, by label and by Wilson's interval.",
            "ticket-p50, -p99, -per-second: title and body to answer, one after the other, on one core; rules-: by the",
            "rules' words alone."
        })
public final class Routing implements Callable<Integer> {

    private static final int WRONG_USE = 2;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "Labelled messages.")
    private @Nullable Path file;

    @Option(names = "--folds", paramLabel = "N", description = "How many parts the file is cut into.")
    private int folds;

    @Option(names = "--train", paramLabel = "FILE", description = "Learn from these.")
    private @Nullable Path train;

    @Option(names = "--test", paramLabel = "FILE", description = "Try on these.")
    private @Nullable Path test;

    @Option(names = "--before", paramLabel = "DATE", description = "Learn from what is older, try on the rest.")
    private @Nullable LocalDate before;

    @Option(names = "--where", paramLabel = "REGEX", description = "Learn from what has this in it, try on the rest.")
    private @Nullable Pattern where;

    @Option(names = "--stream", description = "Answer each in order of time, then learn from it.")
    private boolean stream;

    @Option(names = "--every", paramLabel = "N", description = "Learn anew after so many (default: ${DEFAULT-VALUE}).")
    private int every = 50;

    @Option(names = "--sizes", paramLabel = "N", split = ",", description = "How many messages to learn from.")
    private List<Integer> sizes = List.of();

    @Option(names = "--seed", paramLabel = "N", description = "Of the folds (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--picture", paramLabel = "FILE", description = "SVG of the coverage curve (default: none).")
    private @Nullable Path picture;

    @Option(names = "--vectors", paramLabel = "FILE", description = "Keeps what messages mean for the next run.")
    private @Nullable Path kept;

    @Mixin
    private Messages messages = new Messages();

    private final Figures figures = new Figures(System.out);

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (BgeSmallZh model = new BgeSmallZh()) {
            Meanings meanings = new Meanings(model);
            Vectors vectors = new Vectors(meanings, figures);
            vectors.load(kept);
            Trial trial = new Trial(vectors::of);
            if (folds > 1) {
                List<Example> all = all();
                vectors.of(all);
                Report.of(trial.folds(all, folds, seed), figures, picture);
                speed(trial.learn(all), meanings, all);
            } else if (stream) {
                Report.ofStream(new Stream(trial, every).run(List.of(), all(), figures), figures);
            } else if (!sizes.isEmpty()) {
                new Growth(vectors, figures).run(all(), sizes);
            } else {
                tried(trial, meanings);
            }
            vectors.save(kept);
        }
        figures.print();
        return 0;
    }

    private void tried(Trial trial, Meanings meanings) throws IOException, InterruptedException {
        Split split = split();
        figures.say("%d to learn from, %d to try", split.train.size(), split.test.size());
        Learnt model = trial.learn(split.train);
        List<Judged> judged = trial.judge(model, split.test);
        Report.of(judged, figures, picture);
        if (stream || before != null || where != null) {
            figures.say("The same with confirmations coming in:");
            List<Judged> confirmed = new Stream(trial, every).run(split.train, split.test, figures);
            figures.addShare("confirmed-share-by-itself", Judged.share(confirmed, Judged::byItself));
            figures.addShare("confirmed-right-by-itself", Judged.right(confirmed, Judged::byItself));
        }
        speed(model, meanings, split.test);
    }

    private record Split(List<Example> train, List<Example> test) {}

    private Split split() throws IOException {
        if (train != null && test != null) {
            return new Split(Messages.inOrderOfTime(messages.read(train)), Messages.inOrderOfTime(messages.read(test)));
        }
        List<Messages.Message> first = new ArrayList<>();
        List<Messages.Message> second = new ArrayList<>();
        for (Messages.Message message : messages.read(file())) {
            (known(message) ? first : second).add(message);
        }
        return new Split(Messages.inOrderOfTime(first), Messages.inOrderOfTime(second));
    }

    private boolean known(Messages.Message message) {
        if (before != null) {
            return message.at().isBefore(before.atStartOfDay());
        }
        if (where == null) {
            throw new Trouble(WRONG_USE, "Say --folds N, --train and --test, --before, --where, --stream or --sizes.");
        }
        return where.matcher(message.example().title() + ' ' + message.example().body())
                .find();
    }

    private List<Example> all() throws IOException {
        return Messages.inOrderOfTime(messages.read(file()));
    }

    private Path file() {
        if (file == null) {
            throw new Trouble(WRONG_USE, "Which file?");
        }
        return file;
    }

    private void speed(Learnt model, Meanings meanings, List<Example> examples)
            throws IOException, InterruptedException {
        new Speed(figures).measure(model, meanings, examples);
        figures.add("rss-mb", Memory.residentMegabytes(ProcessHandle.current()), "MB");
    }
}
