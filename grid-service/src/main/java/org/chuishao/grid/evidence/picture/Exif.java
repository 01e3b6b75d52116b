package org.chuishao.grid.evidence.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a picture file says of itself.
 *
 * @param orientation 1 (upright) to 8, as EXIF has it
 * @param at when it was taken; in Beijing's time where the file names no offset
 * @param longitude degrees, WGS84
 * @param latitude degrees, WGS84
 */
public record Exif(
        int orientation,
        @Nullable Instant at,
        @Nullable Double longitude,
        @Nullable Double latitude) {

    private static final Exif NONE = new Exif(1, null, null, null);
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss");

    private static final int ORIENTATION = 0x0112;
    private static final int MORE = 0x8769;
    private static final int GPS = 0x8825;
    private static final int TAKEN = 0x9003;
    private static final int TAKEN_OFFSET = 0x9011;

    /** Never fails: a file that says nothing sensible says nothing. */
    static Exif of(byte[] file, Format format) {
        try {
            ByteBuffer block = block(file, format);
            return block == null ? NONE : of(Directory.root(block));
        } catch (RuntimeException malformed) {
            return NONE;
        }
    }

    private static Exif of(Directory root) {
        int orientation = root.number(ORIENTATION);
        Directory gps = root.child(GPS);
        Double longitude = gps == null ? null : degrees(gps, 3, "W", 180);
        Double latitude = gps == null ? null : degrees(gps, 1, "S", 90);
        boolean place = longitude != null && latitude != null;
        return new Exif(
                orientation >= 1 && orientation <= 8 ? orientation : 1,
                taken(root.child(MORE)),
                place ? longitude : null,
                place ? latitude : null);
    }

    /** @param tag of the letter for the hemisphere; the degrees follow it */
    private static @Nullable Double degrees(Directory gps, int tag, String negative, int most) {
        double[] parts = gps.fractions(tag + 1);
        if (parts.length < 3) {
            return null;
        }
        double value = parts[0] + parts[1] / 60 + parts[2] / 3600;
        return value >= 0 && value <= most ? (negative.equals(gps.text(tag)) ? -value : value) : null;
    }

    private static @Nullable Instant taken(@Nullable Directory more) {
        String time = more == null ? null : more.text(TAKEN);
        if (more == null || time == null) {
            return null;
        }
        try {
            String offset = more.text(TAKEN_OFFSET);
            ZoneId zone = offset == null || offset.isBlank() ? BEIJING : ZoneOffset.of(offset.strip());
            return LocalDateTime.parse(time.strip(), TIME).atZone(zone).toInstant();
        } catch (DateTimeException malformed) {
            return null;
        }
    }

    private static @Nullable ByteBuffer block(byte[] file, Format format) {
        return switch (format) {
            case JPEG -> inJpeg(file);
            case PNG -> inChunks(file, 8, ByteOrder.BIG_ENDIAN, "eXIf");
            case WEBP -> inChunks(file, 12, ByteOrder.LITTLE_ENDIAN, "EXIF");
        };
    }

    private static @Nullable ByteBuffer inJpeg(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        int at = 2;
        // Segments until the picture itself begins.
        while (at + 4 <= file.length && file[at] == (byte) 0xff && file[at + 1] != (byte) 0xda) {
            int length = Short.toUnsignedInt(bytes.getShort(at + 2));
            if (file[at + 1] == (byte) 0xe1 && Format.has(file, at + 4, "Exif\0\0")) {
                return part(file, at + 10, length - 8);
            }
            at += 2 + length;
        }
        return null;
    }

    /** PNG has length, name, bytes and a check; WebP name, length and bytes, to an even end. */
    private static @Nullable ByteBuffer inChunks(byte[] file, int from, ByteOrder order, String wanted) {
        boolean png = order == ByteOrder.BIG_ENDIAN;
        ByteBuffer bytes = ByteBuffer.wrap(file).order(order);
        long at = from;
        while (at + 8 <= file.length) {
            int chunk = (int) at;
            long length = Integer.toUnsignedLong(bytes.getInt(chunk + (png ? 0 : 4)));
            if (Format.has(file, chunk + (png ? 4 : 0), wanted)) {
                int skip = Format.has(file, chunk + 8, "Exif\0\0") ? 6 : 0;
                return part(file, chunk + 8 + skip, Math.toIntExact(length) - skip);
            }
            at += 8 + (png ? length + 4 : length + length % 2);
        }
        return null;
    }

    private static ByteBuffer part(byte[] file, int from, int length) {
        return ByteBuffer.wrap(Arrays.copyOfRange(file, from, Math.min(file.length, from + length)));
    }
}
