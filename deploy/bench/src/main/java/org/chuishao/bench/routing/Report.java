package org.chuishao.bench.routing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chuishao.bench.Figures;
import org.chuishao.routing.trial.Confusion;
import org.chuishao.routing.trial.CoverageCurve;
import org.chuishao.routing.trial.Judged;
import org.jspecify.annotations.Nullable;

/** Says how right a model was, and how much of it could have been done by itself. */
final class Report {

    private Report() {}

    static void of(List<Judged> judged, Figures figures, @Nullable Path picture) throws IOException {
        Confusion confusion = new Confusion(judged);
        say(confusion, figures);
        figures.addShare("accuracy", confusion.accuracy());
        figures.addShare("macro-f1", confusion.macroF1());
        figures.addShare("among-first-two", Judged.share(judged, Judged::second));
        figures.addShare("coverage-at-95", Judged.share(judged, Judged::at95));
        figures.addShare("right-at-95", Judged.right(judged, Judged::at95));
        figures.addShare("coverage-at-95-wilson", Judged.share(judged, Judged::wilson95));
        figures.addShare("right-at-95-wilson", Judged.right(judged, Judged::wilson95));
        figures.addShare("coverage-at-98", Judged.share(judged, Judged::at98));
        figures.addShare("right-at-98", Judged.right(judged, Judged::at98));
        figures.addShare("coverage-at-98-wilson", Judged.share(judged, Judged::wilson98));
        figures.addShare("right-at-98-wilson", Judged.right(judged, Judged::wilson98));
        byItself(judged, figures);
        if (picture != null) {
            String title = "How much of what is done by itself is right (%d messages)".formatted(judged.size());
            Files.writeString(picture, CoverageCurve.svg(title, judged));
            figures.say("The coverage curve is in %s", picture);
        }
    }

    private static void say(Confusion confusion, Figures figures) {
        figures.say("Confusion (a row for what is true, columns for what it was taken for, in the same order):");
        for (int truth = 0; truth < confusion.labels().size(); truth++) {
            StringBuilder row = new StringBuilder();
            confusion.rows().get(truth).forEach(count -> row.append(String.format("%5d", count)));
            figures.say("%s  %s", row, confusion.labels().get(truth));
        }
    }

    static void ofStream(List<Judged> judged, Figures figures) {
        figures.addShare("accuracy", Judged.right(judged, one -> true));
        byItself(judged, figures);
        figures.addShare("worst-window-of-100", Stream.worstWindow(judged));
    }

    private static void byItself(List<Judged> judged, Figures figures) {
        figures.addShare("share-by-itself", Judged.share(judged, Judged::byItself));
        figures.addShare("right-by-itself", Judged.right(judged, Judged::byItself));
        figures.addShare(
                "unlike-what-was-learnt",
                judged.stream().mapToDouble(Judged::distance).average().orElse(0));
    }
}
