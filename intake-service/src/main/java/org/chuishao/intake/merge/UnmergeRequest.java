package org.chuishao.intake.merge;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a merge is taken back. */
@Schema(description = "Why a merge is taken back")
record UnmergeRequest(@NotBlank @Size(max = 2000) @Nullable String ground) {}
