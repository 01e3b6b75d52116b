package org.chuishao.intake.ticket;

import java.util.regex.Pattern;

/** A ticket's number in the system that it comes from. It stands on the log in clear. */
public final class SourceNumber {

    public static final String RULE = "must have 1 to 64 letters, digits or any of . _ / : -";

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._/:-]{1,64}");

    private SourceNumber() {}

    public static boolean isValid(String number) {
        return FORM.matcher(number).matches();
    }
}
