package org.chuishao.grid.rules;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.calendar.Limit;
import org.chuishao.mesh.calendar.StartRule;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.sight.Scrub;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a rule is to say from a day on. */
record Terms(
        @Schema(description = "10min 24h 15d natural, 2wh 5wd working, 9months") @NotBlank
        String limit,

        @Nullable StartRule start,

        @Schema(description = "A suspension stops the clock; never for CITIZEN")
        boolean stops,

        @Schema(description = "Today or later") @NotNull LocalDate validFrom,

        @Schema(description = "The first day on which it is no longer valid; without one until a next version")
        @Nullable
        LocalDate validTo,

        @Schema(
                description =
                        "Count clocks that run by an earlier version again from their start, when it becomes valid")
        boolean recompute,

        @Schema(description = "The document that sets the figure") @NotBlank @Size(max = 200)
        String source) {

    StartRule startOrAtOnce() {
        return start == null ? StartRule.AT_ONCE : start;
    }

    Limit time() {
        try {
            return Limit.parse(limit);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("limit", "must be such as 10min 24h 2wh 15d 5wd 9months");
        }
    }

    /** @throws Problem 400 naming the field, where no rule may say so */
    void require(Act act, LocalDate today) {
        if (act == Act.CITIZEN && stops) {
            throw Problem.invalid("stops", "must be false: nothing stops the citizen's clock");
        }
        if (validFrom.isBefore(today)) {
            throw Problem.invalid("validFrom", "must not be before today: clocks were set by what held then");
        }
        if (validTo != null && !validFrom.isBefore(validTo)) {
            throw Problem.invalid("validTo", "must be after validFrom");
        }
        requireNoPerson(source);
    }

    /** It goes to all services in clear. */
    static void requireNoPerson(String source) {
        if (!Scrub.numbers(source).equals(source)) {
            throw Problem.invalid("source", "must not hold a number that points to a person");
        }
    }
}
