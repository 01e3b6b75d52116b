package org.chuishao.intake.promise;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is promised for when. */
@Schema(description = "What is promised for when")
record PromiseRequest(
        @Schema(description = "In the future, at most 9 months ahead") @NotNull @Nullable
        OffsetDateTime until,

        @Schema(description = "What will be done on the way, in its order") @NotEmpty @Size(max = 24)
        List<@NotBlank @Size(max = 500) String> milestones) {}
