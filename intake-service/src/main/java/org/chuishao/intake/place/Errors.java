package org.chuishao.intake.place;

import java.util.ArrayList;
import java.util.List;
import org.chuishao.mesh.problem.FieldError;
import org.jspecify.annotations.Nullable;

/** Gathers what is wrong with the fields of a request, by names that the client knows and without any value. */
public final class Errors {

    private final List<FieldError> found = new ArrayList<>();

    public List<FieldError> found() {
        return List.copyOf(found);
    }

    public void add(String field, String message) {
        found.add(new FieldError(field, message));
    }

    public void addIf(boolean wrong, String field, String message) {
        if (wrong) {
            add(field, message);
        }
    }

    /** A text that has to be there, of 1 to {@code most} characters. */
    public void text(String field, @Nullable String text, int most) {
        if (text == null || text.isBlank()) {
            add(field, "must not be empty");
        } else {
            optionalText(field, text, most);
        }
    }

    public void optionalText(String field, @Nullable String text, int most) {
        if (text != null && text.codePointCount(0, text.length()) > most) {
            add(field, "must have at most " + most + " characters");
        }
    }
}
