package org.chuishao.bench.routing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.chuishao.bench.Figures;
import org.chuishao.local.Trouble;
import org.chuishao.routing.learn.BgeSmallZh;
import org.chuishao.routing.learn.Centre;
import org.chuishao.routing.learn.Example;
import org.chuishao.routing.learn.Meanings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "meaning",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        description = "From which likeness in meaning on two complaints are one matter, by labelled messages.",
        footer = {
            "",
            "Example:",
            "  deploy/bench/run meaning FILE              labelled messages (TSV or CSV with named columns)",
            "  deploy/bench/run meaning --centre routing-service/src/main/resources/routing/centre.txt",
            "",
            "All complaints are made to name the same estate, as those of one community do. different: pairs of random",
            "messages with different labels that would be taken as one; same-label: with the same label, which are",
            "mostly other matters as well; own-different, one-matter: of the wordings that come with the benchmark,",
            "pairs about different matters and about one; reworded: a message and itself with its sentences in another",
            "order and one left out. By the vectors, and by so many signs. like-one-of-two-others: of the wordings, those",
            "that are like one of the two others about their matter at least, as the rule asks.",
            "Exit code 0: at the product's threshold and number of signs no more than 1 in 1,000 of the different."
        })
public final class Alike implements Callable<Integer> {

    private static final double PRODUCT = 0.65;
    private static final double MOST_DIFFERENT = 0.001;
    private static final String ESTATE = "锦绣花园小区";
    private static final int REWORDED = 200;
    private static final int WRONG_USE = 2;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "Labelled messages.")
    private @Nullable Path file;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Of the pairs and the secret (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--pairs", paramLabel = "N", description = "Of random messages (default: ${DEFAULT-VALUE}).")
    private int pairs = 200_000;

    @Option(names = "--vectors", paramLabel = "FILE", description = "Keeps what messages mean for the next run.")
    private @Nullable Path kept;

    @Option(names = "--centre", paramLabel = "FILE", description = "Keeps the mean of routing's phrases, and ends.")
    private @Nullable Path centre;

    @Mixin
    private Messages messages = new Messages();

    private final Figures figures = new Figures(System.out);

    @Override
    public Integer call() throws IOException {
        Random random = new Random(seed);
        double different;
        try (BgeSmallZh model = new BgeSmallZh()) {
            Vectors vectors = new Vectors(new Meanings(model), figures);
            vectors.load(kept);
            if (centre != null) {
                Files.writeString(centre, Centre.write(vectors.of(phrases())));
                return 0;
            }
            Likenesses all = new Likenesses(seed);
            random(vectors, here(Messages.inOrderOfTime(messages.read(file()))), all, random);
            matters(vectors, all);
            vectors.save(kept);
            different = all.report(figures, PRODUCT);
        }
        figures.print();
        return different <= MOST_DIFFERENT ? 0 : 1;
    }

    private Path file() {
        if (file == null) {
            throw new Trouble(WRONG_USE, "Which file of labelled messages?");
        }
        return file;
    }

    private void random(Vectors vectors, List<Example> examples, Likenesses all, Random random) {
        List<float[]> read = vectors.of(examples);
        for (int i = 0; i < pairs; i++) {
            int one = random.nextInt(examples.size());
            int other = random.nextInt(examples.size());
            if (one != other) {
                boolean same =
                        examples.get(one).label().equals(examples.get(other).label());
                all.add(same ? "same-label" : "different", read.get(one), read.get(other));
            }
        }
        List<Example> some = new ArrayList<>(examples);
        Collections.shuffle(some, random);
        List<Example> first = some.subList(0, Math.min(REWORDED, some.size()));
        List<float[]> said = vectors.of(first);
        List<float[]> again =
                vectors.of(first.stream().map(one -> reworded(one, random)).toList());
        for (int i = 0; i < said.size(); i++) {
            all.add("reworded", said.get(i), again.get(i));
        }
    }

    private void matters(Vectors vectors, Likenesses all) throws IOException {
        List<Example> said = here(ownWordings());
        List<float[]> read = vectors.of(said);
        int found = 0;
        for (int i = 0; i < read.size(); i++) {
            for (int j = i + 1; j < read.size(); j++) {
                boolean one = said.get(i).label().equals(said.get(j).label());
                all.add(one ? "one-matter" : "own-different", read.get(i), read.get(j));
            }
            found += isLikeAnother(i, said, read, all) ? 1 : 0;
        }
        figures.addShare("like-one-of-two-others", found / (double) read.size());
    }

    /** As the rule asks: of the others about its matter one is enough. */
    private static boolean isLikeAnother(int one, List<Example> said, List<float[]> read, Likenesses all) {
        return IntStream.range(0, read.size())
                .filter(it ->
                        it != one && said.get(it).label().equals(said.get(one).label()))
                .anyMatch(it -> all.alike(read.get(one), read.get(it), PRODUCT));
    }

    private static List<Example> phrases() throws IOException {
        return rows("/routing/phrases.tsv").stream()
                .filter(row -> row.size() > 1 && !row.get(0).startsWith("#"))
                .map(row -> new Example(row.get(1), row.get(0), "", row.get(1)))
                .toList();
    }

    private static List<Example> ownWordings() throws IOException {
        return rows("/meaning/matters.tsv").stream()
                .skip(1)
                .map(row -> new Example(row.get(1), row.get(0), row.get(1), row.get(2)))
                .toList();
    }

    private static List<List<String>> rows(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(Alike.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .map(line -> List.of(line.split("\t")))
                    .toList();
        }
    }

    /** As complaints of one community name the same estate. */
    private static List<Example> here(List<Example> examples) {
        return examples.stream()
                .map(one -> new Example(one.id(), one.label(), ESTATE + one.title(), one.body()))
                .toList();
    }

    private static Example reworded(Example one, Random random) {
        List<String> sentences = new ArrayList<>(Arrays.asList(one.body().split("(?<=[，。！？；])")));
        Collections.shuffle(sentences, random);
        if (sentences.size() > 2) {
            sentences.remove(0);
        }
        return new Example(one.id(), one.label(), one.title(), String.join("", sentences));
    }
}
