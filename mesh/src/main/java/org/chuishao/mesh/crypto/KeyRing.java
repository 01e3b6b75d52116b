package org.chuishao.mesh.crypto;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Keys by id, the first being the one in use. Neither {@code toString} nor an error ever shows a key. */
final class KeyRing {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,16}");
    private static final int KEY_BYTES = 32;

    private final String current;
    private final Map<String, SecretKey> keys;

    private KeyRing(String current, Map<String, SecretKey> keys) {
        this.current = current;
        this.keys = keys;
    }

    /** Reads the ring that stands under the configuration key {@code property}, which is named in errors. */
    static KeyRing parse(String property, String text) {
        Map<String, SecretKey> keys = new LinkedHashMap<>();
        String current = null;
        int place = 0;
        for (String entry : text.split(",", -1)) {
            place++;
            String trimmed = entry.strip();
            int colon = trimmed.indexOf(':');
            String id = colon < 0 ? "" : trimmed.substring(0, colon);
            if (!ID.matcher(id).matches()) {
                throw wrong(property, place, "must read <id>:<base64>, the id of 1 to 16 letters, digits, - or _");
            }
            SecretKey key = new SecretKeySpec(bytes(property, place, trimmed.substring(colon + 1)), "AES");
            if (keys.put(id, key) != null) {
                throw wrong(property, place, "repeats a key id");
            }
            current = current == null ? id : current;
        }
        if (current == null) {
            throw wrong(property, 1, "is missing");
        }
        return new KeyRing(current, keys);
    }

    static byte[] bytes(String property, int place, String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            // The cause would quote a part of the key.
            throw wrong(property, place, "is not base64");
        }
        if (bytes.length != KEY_BYTES) {
            throw wrong(property, place, "must have " + KEY_BYTES + " bytes, but has " + bytes.length);
        }
        return bytes;
    }

    private static IllegalStateException wrong(String property, int place, String what) {
        return new IllegalStateException("Configuration " + property + ": key " + place + " " + what);
    }

    String currentId() {
        return current;
    }

    @Nullable
    SecretKey key(String id) {
        return keys.get(id);
    }

    @Override
    public String toString() {
        return "KeyRing" + keys.keySet();
    }
}
