package org.chuishao.mesh.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The name of a caller on the log: HMAC-SHA256 of the phone number, so that one person's tickets are seen to belong
 * together by those who must not learn the number. Without the key the numbers cannot be tried out.
 */
@Singleton
public final class CallerHash {

    private static final String PROPERTY = "chuishao.keys.caller";
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    @Inject
    CallerHash(Keys keys) {
        this(keys.caller().orElseThrow(() -> new IllegalStateException("Configuration " + PROPERTY + " is missing")));
    }

    /** A hash by a key as it stands in the configuration. */
    public CallerHash(String key) {
        this.key = new SecretKeySpec(KeyRing.bytes(PROPERTY, 1, key.strip()), ALGORITHM);
    }

    /** Hashes a phone number, however it is written; throws {@link IllegalArgumentException} if it is none. */
    public String of(String phone) {
        return of(Phone.parse(phone).orElseThrow(() -> new IllegalArgumentException("not a phone number")));
    }

    public String of(Phone phone) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(phone.digits().getBytes(UTF_8)));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("HMAC-SHA256 is not available", broken);
        }
    }
}
