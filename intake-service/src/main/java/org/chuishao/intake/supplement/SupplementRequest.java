package org.chuishao.intake.supplement;

import jakarta.validation.constraints.Size;
import org.chuishao.intake.place.Location;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is supplied: words, the place, a contact, or several of them. */
@Schema(description = "What is supplied: words, the place, a contact, or several of them")
record SupplementRequest(
        @Schema(description = "In the citizen's words") @Size(max = 10_000) @Nullable
        String content,

        @Nullable Location place,

        @Schema(description = "Number that the caller is reached at from now on; kept as the caller is", maxLength = 30)
        @Nullable
        String phone) {

    boolean hasContent() {
        return content != null && !content.isBlank();
    }

    boolean hasPhone() {
        return phone != null && !phone.isBlank();
    }

    /** Without the contact, which stands in no log. */
    @Override
    public String toString() {
        return "SupplementRequest[...]";
    }
}
