package org.chuishao.bench.warnings;

import java.util.List;
import java.util.Locale;
import org.chuishao.bench.Figures;
import org.chuishao.bench.warnings.match.Judged;
import org.chuishao.bench.warnings.match.Judged.Verdict;
import org.chuishao.bench.warnings.match.Matching;
import org.chuishao.bench.warnings.match.Raised;
import org.chuishao.bench.warnings.match.Score;
import org.chuishao.bench.warnings.plant.Kind;
import org.chuishao.bench.warnings.plant.Planted;
import org.chuishao.bench.warnings.world.Period;

/** Says what was missed and what was false, and puts the rest in figures. */
final class Report {

    private final Figures figures;

    Report(Figures figures) {
        this.figures = figures;
    }

    void of(List<Planted> planted, List<Raised> warnings) {
        Matching matching = new Matching(planted);
        List<Judged> judged = warnings.stream()
                .filter(warning -> Matching.judges(warning.rule()))
                .map(matching::judge)
                .toList();
        Score score = new Score(planted, judged);
        score.missed().forEach(incident -> figures.say("Missed: %s", incident));
        score.wrong().forEach(wrong -> figures.say("False: %s", wrong));
        figures.addShare("recall", score.recall());
        figures.addShare("precision", score.precision());
        for (Kind kind : Kind.values()) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            figures.addShare("recall-" + name, score.recall(kind));
            figures.add("false-" + name, score.count(Verdict.FALSE, kind.name()), "warnings");
        }
        figures.add("explained", score.count(Verdict.EXPLAINED, null), "warnings of an incident by another rule");
        score.leadMinutes()
                .ifPresent(minutes ->
                        figures.add("lead-minutes", minutes, "min from the warning to the 10th complaint, median"));
        figures.add("warnings", judged.size(), "by rules that something was planted for");
        figures.add("warnings-of-other-rules", warnings.size() - judged.size(), "not judged");
        figures.add("warnings-per-day", warnings.size() / (double) Period.DAYS, "on average");
    }
}
