package org.chuishao.intake.merge;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a ticket is merged into, and why. */
@Schema(description = "What a ticket is merged into, and why")
record MergeRequest(
        @Schema(description = "Id of the ticket that it is merged into") @NotNull @Nullable
        UUID parent,

        @NotBlank @Size(max = 2000) @Nullable String ground) {}
