package org.chuishao.grid.evidence;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.chuishao.grid.location.Point;
import org.chuishao.mesh.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A photo that is about to be sent.
 *
 * @param id chosen by the phone, new for each photo; reports and results name the photo by it, before it has arrived too
 * @param assignment what it belongs to; or else:
 * @param verification the ticket that somebody was asked to look at
 * @param patrolReport what was found on patrol, by the id of the report: one of the three
 * @param sha256 of the whole file, in hex
 * @param size of the whole file, in bytes
 * @param capturedAt when it was taken, by the phone
 * @param position where it was taken, by the phone
 */
record NewUpload(
        @NotNull UUID id,
        @Nullable UUID assignment,
        @Nullable UUID verification,
        @Nullable UUID patrolReport,
        @Nullable Stage stage,

        @NotNull @Pattern(regexp = "[0-9a-fA-F]{64}", message = "must be a SHA-256, 64 hexadecimal digits")
        String sha256,

        @NotNull @Min(1) Long size,

        @NotNull @Pattern(regexp = "image/(jpeg|png|webp)", message = "must be image/jpeg, image/png or image/webp")
        String type,

        @Nullable OffsetDateTime capturedAt,
        @Nullable @Valid Point position) {

    /** Of the work, when it was taken. */
    enum Stage {
        BEFORE,
        DURING,
        AFTER
    }

    Subject of() {
        return Subject.of(assignment, verification, patrolReport);
    }

    void check(long largest) {
        of();
        if (size > largest) {
            throw Problem.tooLarge("size", "is " + size + " bytes; a photo may have " + largest + " at most");
        }
    }
}
