package org.chuishao.intake.ticket;

import java.util.UUID;
import org.chuishao.mesh.fold.State;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a ticket stands after what was just done to it. */
@Schema(description = "Where a ticket stands after what was just done to it")
public record Receipt(
        UUID id,

        @Schema(description = "Number for people, 16 digits with a check digit", examples = "2026112300012347")
        String number,

        State state,
        @Schema(description = "Round of handling, from 1") int round) {

    public String path() {
        return pathOf(id);
    }

    public static String pathOf(UUID id) {
        return "/api/v1/tickets/" + id;
    }
}
