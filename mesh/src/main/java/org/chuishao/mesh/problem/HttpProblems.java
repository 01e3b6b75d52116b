package org.chuishao.mesh.problem;

import jakarta.ws.rs.WebApplicationException;
import java.util.Optional;

/** What JAX-RS refuses by itself, by its status. */
final class HttpProblems {

    private HttpProblems() {}

    static Optional<Problem> of(WebApplicationException refused) {
        int status = refused.getResponse().getStatus();
        return switch (status) {
            case 401 -> Optional.of(Problem.of(Kind.UNAUTHENTICATED, "A bearer token is needed."));
            case 403 -> Optional.of(Problem.forbidden("The role of this token does not allow it."));
            case 404 -> Optional.of(Problem.of(Kind.NOT_FOUND, "There is nothing at this path."));
            case 405 -> Optional.of(Problem.of(Kind.METHOD_NOT_ALLOWED, "This path does not take that method."));
            case 406 -> Optional.of(Problem.of(Kind.NOT_ACCEPTABLE, "There is no answer of that media type."));
            case 413 -> Optional.of(Problem.of(Kind.TOO_LARGE, "The body is larger than this service takes."));
            case 415 -> Optional.of(Problem.of(Kind.UNSUPPORTED, "The body must be application/json."));
            case 422 -> Optional.of(Problem.unprocessable("The request cannot be followed."));
            default ->
                status >= 400 && status < 500
                        ? Optional.of(Problem.of(Kind.INVALID, "The request is not valid."))
                        : Optional.empty();
        };
    }
}
