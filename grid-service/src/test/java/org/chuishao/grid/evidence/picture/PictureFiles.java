package org.chuishao.grid.evidence.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Files as phones make them, and as nobody should. */
public final class PictureFiles {

    /** 48 x 32, blue on the left and red on the right; says orientation 6, and 41.8 N 123.4 E. */
    public static final byte[] WEBP = Base64.getDecoder()
            .decode("UklGRvwAAABXRUJQVlA4WAoAAAAIAAAALwAAHwAAVlA4IEoAAABwAwCdASowACAAPrVMn0mnJKKhMAgA4BaJQBfsuAAHv1df"
                    + "IAAA/vAb3/+Wf9RfUX0HrbFXHb//jlI/4yl+0831Ee7qeenKQiUAAEVYSUaMAAAATU0AKgAAAAgAAgESAAMAAAABAAYA"
                    + "AIglAAQAAAABAAAAJgAAAAAABAABAAIAAAACTgAAAAACAAUAAAADAAAAXAADAAIAAAACRQAAAAAEAAUAAAADAAAAdAAA"
                    + "AAAAAAApAAAAAQAAADAAAAABAAAAAAAAAAEAAAB7AAAAAQAAABgAAAABAAAAAAAAAAE=");

    private PictureFiles() {}

    /** Blue on the left, red on the right. */
    public static BufferedImage halves(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, width, height);
        canvas.setColor(Color.BLUE);
        canvas.fillRect(0, 0, width / 2, height);
        canvas.dispose();
        return image;
    }

    public static byte[] file(BufferedImage image, String format) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, format, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static BufferedImage read(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A photo of at least so many bytes: nothing in it repeats, so that it packs badly. */
    public static byte[] large(int bytes, long seed) {
        Random random = new Random(seed);
        int side = (int) Math.sqrt(bytes);
        while (true) {
            BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_3BYTE_BGR);
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    image.setRGB(x, y, random.nextInt());
                }
            }
            byte[] file = file(image, "jpg");
            if (file.length >= bytes) {
                return file;
            }
            side += side / 4;
        }
    }

    /** A JPEG that says: on its side, taken on 2026-11-20 at 08:30:05, at 41.8 N 123.4 E. */
    public static byte[] fromPhone(int width, int height) {
        byte[] plain = file(halves(width, height), "jpg");
        byte[] exif = exif();
        ByteBuffer whole = ByteBuffer.allocate(plain.length + exif.length + 10);
        whole.put(plain, 0, 2);
        whole.put((byte) 0xff).put((byte) 0xe1).putShort((short) (exif.length + 8));
        whole.put("Exif\0\0".getBytes(ISO_8859_1)).put(exif);
        whole.put(plain, 2, plain.length - 2);
        return whole.array();
    }

    private static byte[] exif() {
        ByteBuffer tiff = ByteBuffer.allocate(210);
        tiff.put("MM".getBytes(ISO_8859_1)).putShort((short) 42).putInt(8);
        tiff.putShort((short) 3);
        entry(tiff, 0x0112, 3, 1, 6 << 16);
        entry(tiff, 0x8769, 4, 1, 50);
        entry(tiff, 0x8825, 4, 1, 68);
        tiff.putInt(0);
        tiff.putShort((short) 1);
        entry(tiff, 0x9003, 2, 20, 190);
        tiff.putInt(0);
        tiff.putShort((short) 4);
        entry(tiff, 1, 2, 2, 'N' << 24);
        entry(tiff, 2, 5, 3, 122);
        entry(tiff, 3, 2, 2, 'E' << 24);
        entry(tiff, 4, 5, 3, 146);
        tiff.putInt(0);
        for (int part : new int[] {41, 1, 48, 1, 0, 1, 123, 1, 24, 1, 0, 1}) {
            tiff.putInt(part);
        }
        tiff.position(190);
        tiff.put("2026:11:20 08:30:05\0".getBytes(ISO_8859_1));
        return tiff.array();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    /** One colour, a bit a pixel: some hundred kilobytes that unpack to gigabytes. */
    public static byte[] bomb(int side) {
        try {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (DeflaterOutputStream deflate = new DeflaterOutputStream(packed)) {
                byte[] line = new byte[1 + (side + 7) / 8];
                for (int y = 0; y < side; y++) {
                    deflate.write(line);
                }
            }
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            file.write("\u0089PNG\r\n\u001a\n".getBytes(ISO_8859_1));
            ByteBuffer header = ByteBuffer.allocate(13).putInt(side).putInt(side);
            chunk(file, "IHDR", header.put(new byte[] {1, 0, 0, 0, 0}).array());
            chunk(file, "IDAT", packed.toByteArray());
            chunk(file, "IEND", new byte[0]);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void chunk(ByteArrayOutputStream file, String name, byte[] bytes) throws IOException {
        CRC32 check = new CRC32();
        check.update(name.getBytes(ISO_8859_1));
        check.update(bytes);
        DataOutputStream out = new DataOutputStream(file);
        out.writeInt(bytes.length);
        out.write(name.getBytes(ISO_8859_1));
        out.write(bytes);
        out.writeInt((int) check.getValue());
    }
}
