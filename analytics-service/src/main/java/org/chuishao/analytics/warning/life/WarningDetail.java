package org.chuishao.analytics.warning.life;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.chuishao.analytics.warning.WarningLevel;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A warning with what it rests on and what became of it. */
record WarningDetail(
        WarningView warning,

        @Schema(
                description = "The complaints in the caller's scope, the newest first, at most " + MOST_EVIDENCE
                        + "; never reports and secret tickets")
        List<Item> evidence,

        @Schema(
                description =
                        "What the complaints in the caller's scope are filed as, the most first: more than one where a"
                                + " CLUSTER was gathered by meaning, or of a FACILITY")
        List<Filed> filed,

        List<Node> life,

        @Schema(description = "Whether the matter came less often afterwards; absent until that is measured") @Nullable
        Effect effect) {

    static final int MOST_EVIDENCE = 200;

    /** @param deciding it made the warning one */
    record Item(
            UUID ticket,
            @Nullable String number,
            OffsetDateTime at,
            String region,
            String regionName,
            boolean deciding,

            @Schema(description = "It says the same as the others in other words, and is filed as something else")
            boolean byMeaning) {}

    /** How many of its complaints are of a category. */
    @Schema(name = "WarningFiled")
    record Filed(
            String category,

            @Schema(description = "As people say it; the code where no name is known")
            String categoryName,

            int tickets,

            @Schema(description = "Of these, the ones that stand in it for what they mean")
            int byMeaning) {}

    /** @param by role of who did it; the service itself is {@code service} */
    record Node(
            OffsetDateTime at,
            String type,
            WarningLevel level,
            String by,
            @Nullable String words) {}

    /** What was measured so many days after it was handled; what came between the first complaint and then counts in neither. */
    @Schema(
            name = "WarningEffect",
            description =
                    "Complaints that did not come are those of the days before its first one, changed as the rest of the"
                            + " city changed (where 30 or more came there), less those of the days after. The interval takes counts to"
                            + " scatter as chance lets them.")
    record Effect(
            @Schema(description = "Length of both times, in days")
            int days,

            @Schema(description = "Tickets of the matter at the place before its first complaint")
            int before,

            @Schema(description = "And after it was handled")
            int after,

            @Schema(description = "Elsewhere in the city, or in the province for what concerns a city, before")
            int controlBefore,

            @Schema(description = "And after") int controlAfter,

            @Schema(description = "What was to be expected if nothing had been done")
            BigDecimal expected,

            @Schema(description = "Expected less what came: negative where more came")
            BigDecimal prevented,

            @Schema(description = "Lower end of its 95% interval")
            BigDecimal lower,

            @Schema(description = "Upper end") BigDecimal upper) {}
}
