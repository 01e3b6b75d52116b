package org.chuishao.mesh.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is wrong with a JSON body. Jackson's own messages quote the body, so none is ever passed on. */
final class JsonProblems {

    /** A name that an API could have; anything else may be content in the place of a name. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,63}");

    private static final String BODY = "body";

    private JsonProblems() {}

    static Problem of(JacksonException wrong) {
        if (wrong instanceof StreamConstraintsException || wrong.getCause() instanceof StreamConstraintsException) {
            return Problem.invalid(BODY, "is nested too deeply, or holds too long a name or number");
        }
        if (wrong instanceof StreamReadException || wrong.getCause() instanceof StreamReadException) {
            return Problem.invalid(BODY, "is not well-formed JSON" + place(wrong.getLocation()));
        }
        if (wrong instanceof UnrecognizedPropertyException unknown) {
            return Problem.invalid(path(unknown), "is not a known field");
        }
        if (wrong instanceof MismatchedInputException mismatch) {
            return Problem.invalid(path(mismatch), Expected.of(mismatch.getTargetType()));
        }
        return wrong instanceof JsonMappingException mapping
                ? Problem.invalid(path(mapping), "is not valid")
                : Problem.invalid(BODY, "is not valid JSON");
    }

    private static String place(@Nullable JsonLocation at) {
        return at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }

    private static String path(JsonMappingException wrong) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : wrong.getPath()) {
            String name = step.getFieldName();
            if (name == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(NAME.matcher(name).matches() ? name : "(no field name)");
            }
        }
        return path.isEmpty() ? BODY : path.toString();
    }
}
