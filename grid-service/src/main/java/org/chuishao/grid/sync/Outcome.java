package org.chuishao.grid.sync;

import java.util.Map;
import java.util.UUID;
import org.chuishao.grid.assignment.AssignmentView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of an act.
 *
 * @param clientId as it was sent; null where it could not be read
 * @param problem why it was not applied, as the online command would say it; errors name the fields
 * @param assignment of a conflict: what the server holds, where the caller may still see it
 * @param ticket of a patrol report: the ticket that it is, by which its photos are announced
 */
record Outcome(
        @Nullable String clientId,
        Result result,

        @Schema(description = "An RFC 9457 problem document") @Nullable
        Map<String, Object> problem,

        @Nullable AssignmentView assignment,
        @Nullable UUID ticket) {

    static Outcome of(@Nullable String clientId, Result result, @Nullable Map<String, Object> problem) {
        return new Outcome(clientId, result, problem, null, null);
    }

    enum Result {
        APPLIED,
        ALREADY_APPLIED,
        /** What happened meanwhile does not allow it. */
        CONFLICT,
        /** It will never do as it is: a field is wrong. */
        INVALID,
        /** The service was busy, or an earlier act on the same matter has to be sent again: send it again. */
        AGAIN
    }
}
