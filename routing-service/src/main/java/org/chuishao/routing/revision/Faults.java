package org.chuishao.routing.revision;

import java.util.ArrayList;
import java.util.List;
import org.chuishao.mesh.problem.FieldError;
import org.chuishao.mesh.problem.Problem;

/** What is wrong with a file, each with its line; the first hundred. */
final class Faults {

    private static final int TOLD = 100;

    private final List<FieldError> errors = new ArrayList<>();

    static String line(int number) {
        return "lines[" + number + ']';
    }

    void add(int line, String what) {
        if (errors.size() < TOLD) {
            errors.add(new FieldError(line(line), what));
        }
    }

    boolean none() {
        return errors.isEmpty();
    }

    /** @throws Problem 400 naming them */
    void refuse() {
        if (!none()) {
            throw Problem.invalid(errors);
        }
    }
}
