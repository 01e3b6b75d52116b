package org.chuishao.grid.notification.setting;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chuishao.grid.notification.Wording;
import org.chuishao.mesh.problem.FieldError;
import org.chuishao.mesh.problem.Problem;

/** The words of a message, with the placeholders that {@link Wording} fills. */
record Template(
        @NotBlank @Size(max = 100) String title,
        @NotBlank @Size(max = 500) String body) {

    private static final Pattern BRACED = Pattern.compile("\\{[^{}]*}");
    private static final Pattern NAME = Pattern.compile("\\{[A-Za-z_]{1,30}}");

    /** @throws Problem 400 naming each field that holds what nothing is filled in for */
    void require() {
        List<FieldError> errors = new ArrayList<>();
        check("title", title, errors);
        check("body", body, errors);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    private static void check(String field, String text, List<FieldError> errors) {
        Matcher braced = BRACED.matcher(text);
        while (braced.find()) {
            if (!Wording.PLACEHOLDERS.contains(braced.group())) {
                // what is no name is not repeated: anything may have been typed there
                String what = NAME.matcher(braced.group()).matches() ? braced.group() : "a placeholder in it";
                errors.add(new FieldError(field, what + " is none of " + String.join(" ", Wording.PLACEHOLDERS)));
            }
        }
        String rest = BRACED.matcher(text).replaceAll("");
        if (rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0) {
            errors.add(new FieldError(field, "has a brace that belongs to no placeholder"));
        }
    }
}
