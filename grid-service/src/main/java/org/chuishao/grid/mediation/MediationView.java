package org.chuishao.grid.mediation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.event.MediationEvent.MediationOutcome;
import org.chuishao.mesh.event.MediationEvent.Route;
import org.jspecify.annotations.Nullable;

/**
 * A mediation as the API shows it. Words are without numbers that point to a person, and null where no key opens them.
 *
 * @param subject left out of lists, as is all that follows it
 * @param kept what the last revisit found; null before it
 * @param allowed what may be done now
 */
record MediationView(
        UUID id,
        UUID ticket,
        @Nullable String number,
        UUID assignment,
        String region,
        String unit,
        @Nullable String worker,
        String mediator,
        Mediation.Phase phase,
        int partyCount,
        int sessionCount,
        @Nullable Route route,
        Instant openedAt,
        @Nullable Instant agreedAt,
        @Nullable Instant revisitBy,
        @Nullable Instant revisitedAt,
        @Nullable Boolean kept,
        @Nullable Instant endedAt,
        List<String> allowed,
        @Nullable Told told) {

    /** What names people or quotes them; in no list. What was talked over again has more than one outcome. */
    record Told(
            @Nullable String subject,
            List<PartyView> parties,
            List<SessionView> sessions,
            List<OutcomeView> outcomes,
            List<RevisitView> revisits) {}

    /** @param contact only for those who have it in hand */
    record PartyView(String name, @Nullable String contact) {}

    record SessionView(
            int n,
            Instant heldAt,
            @Nullable String place,
            List<String> present,
            @Nullable String said) {}

    /** @param reason why it failed */
    record OutcomeView(
            int n,
            MediationOutcome outcome,
            @Nullable AgreementView agreement,
            @Nullable String reason,
            @Nullable Route route,
            @Nullable Instant revisitBy,
            Instant endedAt) {}

    record RevisitView(
            int n,
            boolean kept,
            @Nullable Route route,
            @Nullable String note,
            Instant revisitedAt) {}

    record AgreementView(String terms, List<ObligationView> obligations) {}

    record ObligationView(String who, String what, LocalDate by) {}
}
