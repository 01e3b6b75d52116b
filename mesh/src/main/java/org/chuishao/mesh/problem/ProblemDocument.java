package org.chuishao.mesh.problem;

import java.util.Map;
import java.util.Objects;

/** A failure as the API tells it, where it is one part of an answer that holds more. */
public final class ProblemDocument {

    private ProblemDocument() {}

    /** With its {@code status}. A fault of our own is logged, and told by its id alone. */
    public static Map<String, Object> of(Throwable failure) {
        return Objects.requireNonNull(Diagnosis.of(failure)
                .map(ProblemResponse::of)
                .orElseGet(() -> Incident.report(failure))
                .getEntity());
    }
}
