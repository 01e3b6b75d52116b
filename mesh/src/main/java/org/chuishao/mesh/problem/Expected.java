package org.chuishao.mesh.problem;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what a field of a type must be, in words for the client. */
final class Expected {

    private Expected() {}

    static String of(@Nullable Class<?> type) {
        if (type == null) {
            return "is not valid";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(Object::toString)
                    .collect(Collectors.joining(", ", "must be one of ", ""));
        }
        if (type == boolean.class || type == Boolean.class) {
            return "must be true or false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "must be a number in range";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "must be a text";
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "must be a list";
        }
        if (type == UUID.class) {
            return "must be a UUID";
        }
        if (type == LocalDate.class) {
            return "must be a date such as 2026-11-23";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "must be a time with offset such as 2026-11-23T08:10:00+08:00";
        }
        return type == Duration.class ? "must be a duration such as PT30M" : "must be an object of the right form";
    }
}
