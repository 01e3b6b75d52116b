package org.chuishao.analytics.figures;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import org.chuishao.mesh.problem.FieldError;
import org.chuishao.mesh.problem.Problem;

/** A misspelt parameter would be answered with figures that nobody asked for. */
final class Query {

    private Query() {}

    /** @throws Problem 400 naming each parameter that is none of them */
    static void requireOnly(UriInfo uri, Set<String> known) {
        List<FieldError> errors = uri.getQueryParameters().keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .map(name -> new FieldError(name, "is not a parameter of this list"))
                .toList();
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }
}
