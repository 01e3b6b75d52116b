package org.chuishao.mesh.crypto;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Base64;

/**
 * The name of a caller on the log: HMAC-SHA256 of the phone number, so that one person's tickets are seen to belong
 * together by those who must not learn the number. Without the key the numbers cannot be tried out.
 */
@Singleton
public final class CallerHash {

    private static final String PROPERTY = "chuishao.keys.caller";

    private final KeyedHash hash;

    @Inject
    CallerHash(Keys keys) {
        this(keys.caller().orElseThrow(() -> new IllegalStateException("Configuration " + PROPERTY + " is missing")));
    }

    /** A hash by a key as it stands in the configuration. */
    public CallerHash(String key) {
        this.hash = new KeyedHash(KeyRing.bytes(PROPERTY, 1, key.strip()));
    }

    /** Hashes a phone number, however it is written; throws {@link IllegalArgumentException} if it is none. */
    public String of(String phone) {
        return of(Phone.parse(phone).orElseThrow(() -> new IllegalArgumentException("not a phone number")));
    }

    public String of(Phone phone) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash.of(phone.digits()));
    }
}
