package org.chuishao.testkit;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The keys of one mesh: the ring that seals the log, the ring of personal data, the key of the caller's hash, the
 * password of the database roles. In a folder they are made once and kept, since data sealed by them is.
 */
public record Secrets(String log, String personal, String caller, String password) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;
    private static final int PASSWORD_BYTES = 18;

    public static Secrets fresh() {
        return new Secrets(ring(), ring(), random(KEY_BYTES), random(PASSWORD_BYTES));
    }

    /** Reads the folder's keys and makes those that are missing, readable by their owner only. */
    public static Secrets in(Path folder) {
        return new Secrets(
                PrivateFile.orElse(folder.resolve("log.ring"), Secrets::ring),
                PrivateFile.orElse(folder.resolve("personal.ring"), Secrets::ring),
                PrivateFile.orElse(folder.resolve("caller.key"), () -> random(KEY_BYTES)),
                PrivateFile.orElse(folder.resolve("database.password"), () -> random(PASSWORD_BYTES)));
    }

    @Override
    public String toString() {
        return "Secrets[...]";
    }

    private static String ring() {
        return "k1:" + random(KEY_BYTES);
    }

    private static String random(int bytes) {
        byte[] key = new byte[bytes];
        RANDOM.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
