package org.chuishao.mesh.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What bean validation found, by the names that the API uses. */
final class ViolationProblems {

    private static final String BODY = "body";

    private ViolationProblems() {}

    /** Empty if it is our answer, not the request, that broke a rule. */
    static Optional<Problem> of(ConstraintViolationException invalid) {
        List<FieldError> errors = new ArrayList<>();
        for (ConstraintViolation<?> violation : invalid.getConstraintViolations()) {
            for (Path.Node node : violation.getPropertyPath()) {
                if (node.getKind() == ElementKind.RETURN_VALUE) {
                    return Optional.empty();
                }
            }
            errors.add(new FieldError(field(violation), violation.getMessage()));
        }
        errors.sort(Comparator.comparing(FieldError::field).thenComparing(FieldError::message));
        return errors.isEmpty() ? Optional.empty() : Optional.of(Problem.invalid(errors));
    }

    private static String field(ConstraintViolation<?> violation) {
        StringBuilder field = new StringBuilder();
        Path.MethodNode method = null;
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.METHOD) {
                method = node.as(Path.MethodNode.class);
            } else if (node.getKind() == ElementKind.PARAMETER && method != null) {
                field.append(Parameters.name(violation, method, node.as(Path.ParameterNode.class)));
            } else {
                append(field, node);
            }
        }
        return field.isEmpty() ? BODY : field.toString();
    }

    private static void append(StringBuilder field, Path.Node node) {
        if (node.isInIterable() && node.getIndex() != null) {
            field.append('[').append(node.getIndex()).append(']');
        }
        if (node.getName() != null && node.getKind() == ElementKind.PROPERTY) {
            field.append(field.isEmpty() ? "" : ".").append(node.getName());
        }
    }
}
