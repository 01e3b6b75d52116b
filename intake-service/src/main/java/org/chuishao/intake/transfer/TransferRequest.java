package org.chuishao.intake.transfer;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whom a ticket is handed to. */
@Schema(description = "Whom a ticket is handed to")
record TransferRequest(
        @Schema(
                type = SchemaType.STRING,
                enumeration = {"110", "119", "120", "122"})
        @NotNull
        @Nullable
        EmergencyService service) {}
