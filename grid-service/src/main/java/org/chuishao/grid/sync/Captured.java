package org.chuishao.grid.sync;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.chuishao.mesh.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An act that a phone has kept.
 *
 * @param clientId chosen by the phone, new for each act; the Idempotency-Key of the same act online
 * @param capturedAt when it was done, by the phone; the limit is kept or missed by when it is received
 * @param assignment what it is done about; for VERIFY:
 * @param verification the ticket that was looked at; PATROL is about what nobody knows of yet, and has neither
 * @param body as the online command takes it; none for SIGN
 */
record Captured(
        @NotNull UUID clientId,
        @NotNull OffsetDateTime capturedAt,
        @NotNull Kind act,
        @Nullable UUID assignment,
        @Nullable UUID verification,
        @Schema(type = SchemaType.OBJECT) @Nullable JsonNode body) {

    enum Kind {
        SIGN,
        CONTACT,
        ARRIVE,
        REPORT,
        RESOLVE,
        VERIFY,
        PATROL;

        /** It is done about an assignment. */
        boolean ofAssignment() {
            return this != VERIFY && this != PATROL;
        }
    }

    /** What the act is about: the one of the two, or what it tells of itself. */
    UUID about() {
        return switch (act) {
            case PATROL -> clientId;
            case VERIFY -> needed("verification", verification);
            case SIGN, CONTACT, ARRIVE, REPORT, RESOLVE -> needed("assignment", assignment);
        };
    }

    private UUID needed(String field, @Nullable UUID it) {
        if (it == null) {
            throw Problem.invalid(field, "is needed for " + act);
        }
        return it;
    }
}
