package org.chuishao.grid.assignment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.sight.Scrub;
import org.jspecify.annotations.Nullable;

/** What the API takes for each act. Words are sealed before they leave; references stand on the log as they are. */
final class Acts {

    private static final String REFERENCE = "[A-Za-z0-9._:/+=-]{1,200}";
    private static final String REFERENCE_RULE = "must be a reference of 1 to 200 letters, digits and . _ : / + = -";
    private static final int LONGEST_NOTE = 2_000;
    private static final int LONGEST_RESULT = 10_000;
    private static final int MOST_EVIDENCE = 50;

    private Acts() {}

    /** @throws Problem 400 where a reference, which anybody on the log reads, holds a number that points to a person */
    static String withoutNumbers(String field, String reference) {
        if (!Scrub.numbers(reference).equals(reference)) {
            throw Problem.invalid(field, "must not hold a number that points to a person: no phone, no identity card");
        }
        return reference;
    }

    static List<String> evidence(@Nullable List<String> given) {
        List<String> references = given == null ? List.of() : List.copyOf(given);
        for (int i = 0; i < references.size(); i++) {
            withoutNumbers("evidence[" + i + "]", references.get(i));
        }
        return references;
    }

    /** @param reached false where it was tried and nobody answered */
    record Contact(
            @NotNull Boolean reached,
            @Nullable @Size(max = LONGEST_NOTE) String note) {}

    /** @param proof reference of a position, a code shown on site, or a picture */
    record Arrival(
            @NotNull @Pattern(regexp = REFERENCE, message = REFERENCE_RULE)
            String proof) {}

    record Report(
            @NotBlank @Size(max = LONGEST_NOTE) String note,

            @Nullable @Size(max = MOST_EVIDENCE)
            List<@NotNull @Pattern(regexp = REFERENCE, message = REFERENCE_RULE) String> evidence) {}

    /** @param solved the unit's word */
    record Resolution(
            @NotNull Boolean solved,
            @NotBlank @Size(max = LONGEST_RESULT) String result,

            @Nullable @Size(max = MOST_EVIDENCE)
            List<@NotNull @Pattern(regexp = REFERENCE, message = REFERENCE_RULE) String> evidence) {}
}
