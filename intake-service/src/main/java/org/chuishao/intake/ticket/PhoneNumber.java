package org.chuishao.intake.ticket;

import java.util.regex.Pattern;
import org.chuishao.mesh.crypto.Phone;

/** A number that a caller can be reached at. */
public final class PhoneNumber {

    public static final String RULE = "is no mobile or landline number";

    /** Mobile, landline with or without its area code, 400 and 800, and abroad. */
    private static final Pattern FORM =
            Pattern.compile("1[3-9][0-9]{9}|0[1-9][0-9]{1,2}[1-9][0-9]{6,7}|[2-8][0-9]{6,7}|[48]00[0-9]{7}|\\+[0-9]+");

    private PhoneNumber() {}

    public static boolean isPlausible(String phone) {
        return Phone.parse(phone)
                .filter(it -> FORM.matcher(it.digits()).matches())
                .isPresent();
    }
}
