package org.chuishao.grid.evidence.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** A directory of an EXIF block: entries of 12 bytes each, by their tags. Whatever points out of the block throws. */
final class Directory {

    private static final int ENTRY = 12;
    private static final int BYTE_SIZED = 4;
    private static final int LONGEST_TEXT = 64;
    private static final int MOST_FRACTIONS = 3;

    private final ByteBuffer block;
    private final int from;
    private final int entries;

    private Directory(ByteBuffer block, int from) {
        this.block = block;
        this.from = from + 2;
        this.entries = Short.toUnsignedInt(block.getShort(from));
    }

    static Directory root(ByteBuffer block) {
        block.order(block.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        if (block.getShort(2) != 42) {
            throw new IllegalArgumentException("no EXIF");
        }
        return new Directory(block, block.getInt(4));
    }

    @Nullable
    Directory child(int tag) {
        int at = find(tag);
        return at < 0 ? null : new Directory(block, block.getInt(at + 8));
    }

    /** A short number; 0 where there is none. */
    int number(int tag) {
        int at = find(tag);
        return at < 0 ? 0 : Short.toUnsignedInt(block.getShort(at + 8));
    }

    @Nullable
    String text(int tag) {
        int at = find(tag);
        if (at < 0) {
            return null;
        }
        int length = block.getInt(at + 4);
        if (length < 1 || length > LONGEST_TEXT) {
            return null;
        }
        byte[] text = new byte[length];
        int start = length <= BYTE_SIZED ? at + 8 : block.getInt(at + 8);
        for (int i = 0; i < length; i++) {
            text[i] = block.get(start + i);
        }
        return new String(text, ISO_8859_1).replace("\0", "");
    }

    double[] fractions(int tag) {
        int at = find(tag);
        if (at < 0 || block.getInt(at + 4) != MOST_FRACTIONS) {
            return new double[0];
        }
        double[] values = new double[MOST_FRACTIONS];
        int start = block.getInt(at + 8);
        for (int i = 0; i < MOST_FRACTIONS; i++) {
            double over = Integer.toUnsignedLong(block.getInt(start + 8 * i));
            values[i] = over / Integer.toUnsignedLong(block.getInt(start + 8 * i + 4));
        }
        return values;
    }

    private int find(int tag) {
        for (int i = 0; i < entries; i++) {
            int at = from + ENTRY * i;
            if (Short.toUnsignedInt(block.getShort(at)) == tag) {
                return at;
            }
        }
        return -1;
    }
}
