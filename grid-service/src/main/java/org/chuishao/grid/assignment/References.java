package org.chuishao.grid.assignment;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.sight.Scrub;
import org.jspecify.annotations.Nullable;

/** References of pictures and people, which stand on the log as they are: they may lead to no person. */
public final class References {

    public static final String PATTERN = "[A-Za-z0-9._:/+=-]{1,200}";
    public static final String RULE = "must be a reference of 1 to 200 letters, digits and . _ : / + = -";

    /** A phone's own id of a photo is digits by chance, never a person's number. */
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** What says a place, or says that one was measured: that is for position and code, which are looked at. */
    private static final Pattern PLACE = Pattern.compile(
            "(?i)position|code|geofence|.*\\b(geo|gps|lat|latitude|lng|lon|longitude|wgs-?84|gcj-?02|bd-?09|cgcs-?2000)\\b.*"
                    + "|.*\\d\\.\\d+\\D+\\d+\\.\\d.*");

    private References() {}

    /** @throws Problem 400 likewise, and where it holds a place, which is for nobody on the log */
    static String ofNoPlace(String field, String reference) {
        if (PLACE.matcher(reference).matches()) {
            throw Problem.invalid(
                    field, "must be the reference of a picture: give a place as position, and a code as code");
        }
        return withoutNumbers(field, reference);
    }

    /** The id of a photo, where the reference is one. */
    static @Nullable UUID id(String reference) {
        return ID.matcher(reference).matches() ? UUID.fromString(reference) : null;
    }

    /** @throws Problem 400 where a reference, which anybody on the log reads, holds a number that points to a person */
    public static String withoutNumbers(String field, String reference) {
        if (!ID.matcher(reference).matches() && !Scrub.numbers(reference).equals(reference)) {
            throw Problem.invalid(field, "must not hold a number that points to a person: no phone, no identity card");
        }
        return reference;
    }

    /** @throws Problem 400 likewise, naming which */
    public static List<String> evidence(@Nullable List<String> given) {
        List<String> references = given == null ? List.of() : List.copyOf(given);
        for (int i = 0; i < references.size(); i++) {
            withoutNumbers("evidence[" + i + "]", references.get(i));
        }
        return references;
    }
}
