package org.chuishao.mesh.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What a text means, as far as two can be compared: base64url of a mark, by whose planes it was made, and of the side of
 * each plane that it lies on. The planes are a secret of whoever made it; without them nothing is read out of it.
 */
public final class Meaning {

    /** Bytes that stand before the signs. */
    public static final int MARK = 3;

    private static final byte[] NOTHING = {};

    private final String value;
    private final byte[] bytes;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Meaning(String value) {
        this.value = value;
        this.bytes = bytes(value);
    }

    /**
     * Made of its parts.
     *
     * @param signs one bit for each plane
     */
    public static Meaning of(byte[] mark, byte[] signs) {
        byte[] bytes = Arrays.copyOf(mark, MARK + signs.length);
        System.arraycopy(signs, 0, bytes, MARK, signs.length);
        return new Meaning(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    @JsonValue
    public String value() {
        return value;
    }

    /** About the cosine of the angle between the two; -1 where they were made by other planes, or of another model. */
    public double cosine(Meaning other) {
        byte[] its = other.bytes;
        if (bytes.length <= MARK || bytes.length != its.length || !Arrays.equals(bytes, 0, MARK, its, 0, MARK)) {
            return -1;
        }
        int apart = 0;
        for (int i = MARK; i < bytes.length; i++) {
            apart += Integer.bitCount((bytes[i] ^ its[i]) & 0xff);
        }
        return Math.cos(Math.PI * apart / (Byte.SIZE * (bytes.length - MARK)));
    }

    private static byte[] bytes(String value) {
        try {
            return Base64.getUrlDecoder().decode(value);
        } catch (IllegalArgumentException e) {
            return NOTHING;
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Meaning it && it.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "Meaning[...]";
    }
}
