package org.chuishao.mesh.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import java.util.Optional;

/** Finds out what an exception means to the client; empty if it is our own fault. */
final class Diagnosis {

    private static final int DEPTH = 12;

    private Diagnosis() {}

    /** Goes from the outside in: the innermost cause of a wrapped one says most, but the first that is known decides. */
    static Optional<Problem> of(Throwable failure) {
        Throwable at = failure;
        for (int depth = 0; at != null && depth < DEPTH; depth++) {
            Optional<Problem> known = one(at);
            if (known.isPresent()) {
                return known;
            }
            at = at.getCause();
        }
        return Optional.empty();
    }

    private static Optional<Problem> one(Throwable failure) {
        if (failure instanceof Problem problem) {
            return Optional.of(problem);
        }
        if (failure instanceof ConstraintViolationException invalid) {
            return ViolationProblems.of(invalid);
        }
        if (failure instanceof JacksonException json) {
            // A type that cannot be bound at all is a fault of the code, whatever the client sent.
            return json instanceof InvalidDefinitionException ? Optional.empty() : Optional.of(JsonProblems.of(json));
        }
        if (failure instanceof WebApplicationException refused) {
            return failure.getCause() instanceof JacksonException ? Optional.empty() : HttpProblems.of(refused);
        }
        return DatabaseProblems.of(failure);
    }
}
