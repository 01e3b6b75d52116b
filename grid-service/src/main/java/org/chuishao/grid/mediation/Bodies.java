package org.chuishao.grid.mediation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.event.MediationEvent.MediationOutcome;
import org.chuishao.mesh.event.MediationEvent.Route;
import org.jspecify.annotations.Nullable;

/** What the API takes for each step of a mediation. What names a person or quotes one is sealed, and stays with grid. */
final class Bodies {

    static final int LONGEST = 2_000;
    private static final int LONGEST_RECORD = 10_000;
    private static final int MOST = 50;

    private Bodies() {}

    /**
     * @param assignment in hand, of a ticket in a grid
     * @param mediator a worker of the community
     */
    record Opening(
            @NotNull UUID assignment,
            @NotNull @Size(min = 2, max = MOST) List<@NotNull @Valid Party> parties,

            @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{1,100}", message = "must be the id of a worker")
            String mediator,

            @NotBlank @Size(max = LONGEST) String subject) {}

    record Party(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 200) String contact) {}

    /** @param present who came */
    record Session(
            @NotNull OffsetDateTime heldAt,
            @NotBlank @Size(max = 500) String place,
            @NotNull @Size(min = 1, max = MOST) List<@NotBlank @Size(max = 200) String> present,
            @NotBlank @Size(max = LONGEST_RECORD) String said) {

        SessionRecord record() {
            return new SessionRecord(place, present, said);
        }
    }

    /** What of a session is sealed. */
    record SessionRecord(String place, List<String> present, String said) {}

    /**
     * @param terms of an agreement, needed with it, and with what each owes until when
     * @param route where what failed goes on, needed with it; and why it failed
     */
    record Ending(
            @NotNull MediationOutcome outcome,
            @Nullable @Size(max = LONGEST_RECORD) String terms,
            @Nullable @Size(max = MOST) List<@NotNull @Valid Obligation> obligations,
            @Nullable Route route,
            @Nullable @Size(max = LONGEST) String reason) {}

    /** @param by the last day for it */
    record Obligation(
            @NotBlank @Size(max = 200) String who,
            @NotBlank @Size(max = LONGEST) String what,
            @NotNull LocalDate by) {}

    /** What of an agreement is sealed. */
    record Agreement(String terms, List<Obligation> obligations) {}

    /** @param route of what is not kept: where it goes on; left out where it is talked over again */
    record Revisit(
            @NotNull Boolean kept,
            @Nullable Route route,
            @Nullable @Size(max = LONGEST) String note) {}
}
