package org.chuishao.grid.assignment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the API takes for each act. Words are sealed before they leave; references stand on the log as they are. */
final class Acts {

    static final int LONGEST_NOTE = 2_000;
    static final int LONGEST_RESULT = 10_000;
    static final int MOST_EVIDENCE = 50;

    private Acts() {}

    /** @param reached false where it was tried and nobody answered */
    record Contact(
            @NotNull Boolean reached,
            @Nullable @Size(max = LONGEST_NOTE) String note) {}

    /** @param proof reference of a position, a code shown on site, or a picture */
    record Arrival(
            @NotNull @Pattern(regexp = References.PATTERN, message = References.RULE)
            String proof) {}

    record Report(
            @NotBlank @Size(max = LONGEST_NOTE) String note,

            @Nullable @Size(max = MOST_EVIDENCE)
            List<@NotNull @Pattern(regexp = References.PATTERN, message = References.RULE) String> evidence) {}

    /** @param solved the unit's word */
    record Resolution(
            @NotNull Boolean solved,
            @NotBlank @Size(max = LONGEST_RESULT) String result,

            @Nullable @Size(max = MOST_EVIDENCE)
            List<@NotNull @Pattern(regexp = References.PATTERN, message = References.RULE) String> evidence) {}
}
