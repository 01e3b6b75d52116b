package org.chuishao.routing.classify;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.Severity;
import org.chuishao.routing.category.Category;
import org.chuishao.routing.category.Hazard;
import org.chuishao.routing.category.Taxonomy;
import org.jspecify.annotations.Nullable;

/** How urgent a text is: by hazard words first, then by category, then by kind. A model may raise it, never lower it. */
public final class Urgency {

    /** What stands right before a hazard word and takes it back. Doubt counts as danger, so the list is short. */
    private static final List<String> TAKEN_BACK = List.of("预防", "防止", "防范", "谨防", "避免", "没有发生", "未发生");

    /** The order of urgency; the rest is not urgent at all and keeps the kind's own level. */
    private static final Map<Severity, Integer> RANK =
            new EnumMap<>(Map.of(Severity.CRITICAL, 0, Severity.URGENT, 1, Severity.ORDINARY, 2));

    /**
     * How urgent, and why.
     *
     * @param safety (涉险) a person decides
     * @param category what the gravest hazard word is about, where it says so
     * @param words the hazard words found
     */
    public record Finding(
            Severity severity, boolean safety, @Nullable String category, List<String> words) {}

    private final WordScan<Hazard> hazards;
    private final Taxonomy taxonomy;

    public Urgency(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
        Map<String, Hazard> byWord = new HashMap<>();
        taxonomy.hazards().forEach(hazard -> byWord.put(hazard.word(), hazard));
        hazards = new WordScan<>(byWord);
    }

    /** @param category as classified */
    public Finding judge(String title, String content, @Nullable Kind kind, String category) {
        Set<String> words = new LinkedHashSet<>();
        Hazard gravest = null;
        boolean safety = false;
        String plain = WordScan.plain(title + '\n' + content);
        for (WordScan.Hit<Hazard> hit : hazards.find(plain)) {
            if (!takenBack(plain, hit.begin())) {
                words.add(hit.word());
                safety |= hit.meaning().safety();
                gravest = gravest == null || rank(hit.meaning()) < rank(gravest) ? hit.meaning() : gravest;
            }
        }
        Severity own = taxonomy.category(category).map(Category::severity).orElse(null);
        Severity severity = ofKind(kind);
        severity = raised(severity, own, kind);
        severity = raised(severity, gravest == null ? null : gravest.severity(), kind);
        return new Finding(severity, safety, gravest == null ? null : gravest.category(), List.copyOf(words));
    }

    private static boolean takenBack(String plain, int begin) {
        return TAKEN_BACK.stream().anyMatch(words -> plain.startsWith(words, begin - words.length()));
    }

    /** Danger to life is danger in any kind of ticket; what is merely urgent is not so in a suggestion. */
    private static Severity raised(Severity severity, @Nullable Severity to, @Nullable Kind kind) {
        if (to == null || rank(to) >= rank(severity)) {
            return severity;
        }
        return to == Severity.CRITICAL || (kind != Kind.SUGGESTION && kind != Kind.PRAISE) ? to : severity;
    }

    private static int rank(Hazard hazard) {
        return rank(hazard.severity());
    }

    /** 0 is the most urgent. */
    public static int rank(Severity severity) {
        return RANK.getOrDefault(severity, 2);
    }

    private static Severity ofKind(@Nullable Kind kind) {
        if (kind == null) {
            return Severity.ORDINARY;
        }
        return switch (kind) {
            case INQUIRY -> Severity.INQUIRY;
            case SUGGESTION, PRAISE -> Severity.SUGGESTION;
            case HELP, COMPLAINT, REPORT, OTHER -> Severity.ORDINARY;
        };
    }
}
