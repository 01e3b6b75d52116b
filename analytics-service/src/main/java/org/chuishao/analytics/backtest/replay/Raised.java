package org.chuishao.analytics.backtest.replay;

import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chuishao.analytics.warning.WarningLevel;
import org.chuishao.analytics.warning.WarningRule;
import org.chuishao.analytics.warning.life.Rehearsal.Rehearsed;
import org.chuishao.analytics.word.China;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A warning that would have been raised, as it is listed. */
@Schema(name = "BacktestWarning")
public record Raised(
        WarningLevel level,

        @Schema(description = "The smallest division that holds it; of a rule about one person the county")
        String region,

        String category,

        @Schema(description = "When the complaint came in that decided it")
        OffsetDateTime at,

        @Schema(description = "Complaints in it") int complaints,

        @Schema(description = "Different people; one who is not known counts as one")
        int people,

        @Schema(description = "RIGHT: about a confirmed incident; WRONG: about a warning found false; UNJUDGED")
        Verdict verdict,

        @Schema(description = "The first 20 of its tickets; none of a rule about one person")
        List<UUID> tickets) {

    private static final int MOST_TICKETS = 20;
    private static final int COUNTY = 6;
    /** Which tickets one person wrote is nobody's matter who looks for a threshold. */
    private static final Set<WarningRule> ABOUT_A_PERSON = EnumSet.of(WarningRule.REPEAT, WarningRule.QUALITY);

    /** What is known of it. */
    public enum Verdict {
        RIGHT,
        WRONG,
        UNJUDGED
    }

    /** As China writes it, also where it was kept in another zone. */
    public Raised {
        at = at.atZoneSameInstant(China.ZONE).toOffsetDateTime();
    }

    static Raised of(Rehearsed warning, Verdict verdict) {
        boolean person = ABOUT_A_PERSON.contains(warning.rule());
        return new Raised(
                warning.level(),
                person
                        ? warning.region()
                                .substring(0, Math.min(COUNTY, warning.region().length()))
                        : warning.region(),
                warning.category(),
                warning.at().atZone(China.ZONE).toOffsetDateTime(),
                warning.tickets().size(),
                warning.people(),
                verdict,
                person
                        ? List.of()
                        : warning.tickets().stream().limit(MOST_TICKETS).toList());
    }
}
