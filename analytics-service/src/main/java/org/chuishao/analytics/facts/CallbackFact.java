package org.chuishao.analytics.facts;

import java.time.Instant;
import java.util.UUID;
import org.chuishao.mesh.event.IntakeEvent.CalledBack;
import org.chuishao.mesh.log.ReadEvent;
import org.jspecify.annotations.Nullable;

/**
 * The calls back to the citizen in one round of handling; of several that reached him the last counts.
 *
 * @param unit who was in charge then; null where no unit was
 * @param calledAt of the call that counts; while none has reached the citizen, of the last one
 */
record CallbackFact(
        UUID ticket,
        int round,
        String region,
        @Nullable String unit,
        int attempts,
        boolean reached,
        Instant calledAt,
        @Nullable Boolean contacted,
        @Nullable Boolean solved,
        @Nullable String satisfaction) {

    static CallbackFact first(ReadEvent read, CalledBack call) {
        return new CallbackFact(
                        read.event().ticket(),
                        read.event().round(),
                        read.after().region(),
                        read.after().leadUnit(),
                        0,
                        false,
                        Said.at(read),
                        null,
                        null,
                        null)
                .after(read, call);
    }

    CallbackFact after(ReadEvent read, CalledBack call) {
        CalledBack.Satisfaction verdict = call.satisfaction();
        return call.reached()
                ? new CallbackFact(
                        ticket,
                        round,
                        region,
                        read.after().leadUnit(),
                        attempts + 1,
                        true,
                        Said.at(read),
                        call.contacted(),
                        call.solved(),
                        verdict == null ? null : verdict.name())
                : new CallbackFact(
                        ticket,
                        round,
                        region,
                        reached ? unit : read.after().leadUnit(),
                        attempts + 1,
                        reached,
                        reached ? calledAt : Said.at(read),
                        contacted,
                        solved,
                        satisfaction);
    }

    CallbackFact in(String place) {
        return new CallbackFact(
                ticket, round, place, unit, attempts, reached, calledAt, contacted, solved, satisfaction);
    }
}
