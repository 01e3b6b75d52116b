package org.chuishao.intake.answer;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.chuishao.intake.ticket.Reference;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The answer, and what it rests on. */
@Schema(description = "The answer, and the entry of the knowledge base that it rests on")
record AnswerRequest(
        @NotBlank @Size(max = 10_000) @Nullable String answer,

        @Schema(description = "Reference of the entry in the knowledge base", examples = "KB-0712")
        @Pattern(regexp = Reference.FORM, message = Reference.RULE)
        @Nullable
        String knowledge) {}
