package org.chuishao.grid.assignment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.chuishao.grid.location.Point;
import org.chuishao.grid.site.SiteCode;
import org.chuishao.mesh.problem.Problem;
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

    /**
     * One of the three.
     *
     * @param position of the device, with its system
     * @param code that the desk shows on site
     * @param proof reference of a picture of this assignment, which a person looks at
     */
    record Arrival(
            @Nullable @Valid Point position,
            @Nullable @Size(min = 1, max = SiteCode.LONGEST) String code,

            @Nullable @Pattern(regexp = References.PATTERN, message = References.RULE)
            String proof) {

        /** Before what was only given as proof, so that it is never taken for what was measured. */
        private static final String REFERENCE = "REFERENCE:";

        /** What the log says of it: that a position was near enough, and not which. */
        String said() {
            if (Stream.of(position, code, proof).filter(Objects::nonNull).count() != 1) {
                throw Problem.invalid(
                        "position", "is needed, or else the code shown on site, or else proof: one of them");
            }
            if (proof != null) {
                return REFERENCE + References.ofNoPlace("proof", proof);
            }
            return (position == null ? OnSite.Proof.CODE : OnSite.Proof.POSITION).name();
        }
    }

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
