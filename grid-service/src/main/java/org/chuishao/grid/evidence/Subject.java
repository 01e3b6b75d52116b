package org.chuishao.grid.evidence;

import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.chuishao.mesh.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What a photo is of. */
record Subject(Kind kind, UUID id) {

    enum Kind {
        ASSIGNMENT("assignment"),
        VERIFICATION("verification"),
        PATROL_REPORT("patrol report");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** @throws Problem 400 where not one of the three is named */
    static Subject of(@Nullable UUID assignment, @Nullable UUID verification, @Nullable UUID patrolReport) {
        if (Stream.of(assignment, verification, patrolReport)
                        .filter(Objects::nonNull)
                        .count()
                != 1) {
            throw Problem.invalid("assignment", "is needed, or else verification or patrolReport: one of the three");
        }
        if (assignment != null) {
            return new Subject(Kind.ASSIGNMENT, assignment);
        }
        return verification != null
                ? new Subject(Kind.VERIFICATION, verification)
                : new Subject(Kind.PATROL_REPORT, Objects.requireNonNull(patrolReport));
    }
}
