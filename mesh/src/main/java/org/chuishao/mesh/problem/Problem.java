package org.chuishao.mesh.problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is not a success, thrown by whoever knows why. It is an outcome, not a fault, so it carries no stack
 * trace. Texts go to the client: none may quote what the client sent.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final transient List<FieldError> errors;
    private final transient Map<String, ?> extensions;
    private final @Nullable Duration retryAfter;

    private Problem(
            Kind kind,
            String detail,
            List<FieldError> errors,
            Map<String, ?> extensions,
            @Nullable Duration retryAfter) {
        super(detail, null, false, false);
        this.kind = kind;
        this.errors = List.copyOf(errors);
        this.extensions = Map.copyOf(extensions);
        this.retryAfter = retryAfter;
    }

    /** 400: a field is missing, malformed or out of range. */
    public static Problem invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    public static Problem invalid(List<FieldError> errors) {
        return new Problem(Kind.INVALID, "The request is not valid.", errors, Map.of(), null);
    }

    /** 404: there is none, or it lies outside the caller's scope; the two are not told apart. */
    public static Problem notFound(String what) {
        return of(Kind.NOT_FOUND, "There is no such " + what + ".");
    }

    /** 409: the state does not allow it. */
    public static Problem conflict(String detail) {
        return of(Kind.CONFLICT, detail);
    }

    /** 409 with members that help the client on, for example {@code state} and {@code allowed}. */
    public static Problem conflict(String detail, Map<String, ?> extensions) {
        return new Problem(Kind.CONFLICT, detail, List.of(), extensions, null);
    }

    /** 422: well-formed, but not to be followed, as an Idempotency-Key that comes back with another body. */
    public static Problem unprocessable(String detail) {
        return of(Kind.UNPROCESSABLE, detail);
    }

    public static Problem unprocessable(String field, String message) {
        return new Problem(
                Kind.UNPROCESSABLE,
                "The request cannot be followed.",
                List.of(new FieldError(field, message)),
                Map.of(),
                null);
    }

    /** 403. */
    public static Problem forbidden(String detail) {
        return of(Kind.FORBIDDEN, detail);
    }

    /** 413: more than the service takes. */
    public static Problem tooLarge(String field, String message) {
        return new Problem(
                Kind.TOO_LARGE,
                "It is larger than this service takes.",
                List.of(new FieldError(field, message)),
                Map.of(),
                null);
    }

    /** 429: past what one may take up in a time. */
    public static Problem tooMuch(String detail, Duration retryAfter) {
        return new Problem(Kind.TOO_MANY, detail, List.of(), Map.of(), retryAfter);
    }

    /** 429: past the limit of what is taken in at once. */
    public static Problem tooMany(Duration retryAfter) {
        return new Problem(Kind.TOO_MANY, "Too many requests at once; try again.", List.of(), Map.of(), retryAfter);
    }

    /** 503: what is needed is away for the moment. */
    public static Problem unavailable(Duration retryAfter) {
        return new Problem(
                Kind.UNAVAILABLE, "The service cannot answer now; try again.", List.of(), Map.of(), retryAfter);
    }

    static Problem of(Kind kind, String detail) {
        return new Problem(kind, detail, List.of(), Map.of(), null);
    }

    static Problem of(Kind kind, String detail, Map<String, ?> extensions) {
        return new Problem(kind, detail, List.of(), extensions, null);
    }

    public int status() {
        return kind.status();
    }

    public List<FieldError> errors() {
        return errors;
    }

    Kind kind() {
        return kind;
    }

    Map<String, ?> extensions() {
        return extensions;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
