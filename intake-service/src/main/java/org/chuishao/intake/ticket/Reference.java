package org.chuishao.intake.ticket;

import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.sight.Scrub;
import org.jspecify.annotations.Nullable;

/** A name of something in another system or place. It stands on the log in clear. */
public final class Reference {

    public static final String FORM = "[A-Za-z0-9._/:-]{1,64}";
    public static final String RULE = "must have 1 to 64 letters, digits or any of . _ / : -";

    private Reference() {}

    /** @throws Problem 400 where it holds a number that points to a person */
    public static @Nullable String inClear(String field, @Nullable String reference) {
        if (reference != null && !Scrub.numbers(reference).equals(reference)) {
            throw Problem.invalid(field, "must not hold a number that points to a person: no phone, no identity card");
        }
        return reference;
    }
}
