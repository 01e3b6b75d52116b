package org.chuishao.local.replay.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Draws the same lot for the same seed, purpose and key, on any machine and in any order. */
record Dice(long seed) {

    /** From 0 to {@code sides - 1}. */
    int roll(String purpose, String key, int sides) {
        return (int) Long.remainderUnsigned(lot(purpose, key), sides);
    }

    long lot(String purpose, String key) {
        byte[] text = (seed + "|" + purpose + "|" + key).getBytes(UTF_8);
        return ByteBuffer.wrap(sha256().digest(text)).getLong();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
