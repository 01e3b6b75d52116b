package org.chuishao.mesh.crypto;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A phone number in one spelling, however the caller or the exchange wrote it: national digits within China
 * ({@code 13912345678}, {@code 02423456789}), with {@code +} and the country elsewhere.
 */
public record Phone(String digits) {

    private static final Pattern PUNCTUATION = Pattern.compile("[\\s\\p{Pd}\\u2212().·]");
    private static final Pattern CHINA = Pattern.compile("(?:\\+|00)86|86(?=1[3-9][0-9]{9}$)");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{7,12}|\\+[1-9][0-9]{6,14}");
    private static final Pattern WITHOUT_TRUNK_PREFIX =
            Pattern.compile("(?!1[3-9][0-9]{9}|[48]00[0-9]{7}$)[1-9][0-9]{8,10}");

    public static Optional<Phone> parse(String text) {
        // Full-width digits and signs come from Chinese keyboards.
        String plain = PUNCTUATION
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("");
        var country = CHINA.matcher(plain);
        if (country.lookingAt()) {
            String national = plain.substring(country.end());
            plain = WITHOUT_TRUNK_PREFIX.matcher(national).matches() ? "0" + national : national;
        } else if (plain.startsWith("00")) {
            plain = "+" + plain.substring(2);
        }
        return NUMBER.matcher(plain).matches() ? Optional.of(new Phone(plain)) : Optional.empty();
    }

    @Override
    public String toString() {
        return "Phone[...]";
    }
}
