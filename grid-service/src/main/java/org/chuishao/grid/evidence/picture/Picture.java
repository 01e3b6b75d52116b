package org.chuishao.grid.evidence.picture;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture, upright and written anew: without position, time, device, thumbnail, or whatever else its file held.
 *
 * @param exif what the file said of itself before
 */
public record Picture(byte[] bytes, MediaType mediaType, int width, int height, Exif exif) {

    private static final float QUALITY = 0.9f;

    /** What pictures are kept as. */
    public enum MediaType {
        JPEG,
        PNG;

        @Override
        public String toString() {
            return this == JPEG ? "image/jpeg" : "image/png";
        }
    }

    /**
     * @throws BadPicture where the file is no JPEG, PNG or WebP picture, is damaged, or has too many pixels
     * @throws IOException where there was no memory for it now
     */
    public static Picture cleaned(byte[] file, PixelLimits limits) throws BadPicture, IOException {
        Format format = Format.of(file)
                .orElseThrow(() -> new BadPicture("is no JPEG, PNG or WebP picture, whatever its name says"));
        Exif exif = Exif.of(file, format);
        try {
            BufferedImage upright = Upright.of(decode(file, format, limits), exif.orientation());
            boolean png = format == Format.PNG || upright.getColorModel().hasAlpha();
            MediaType type = png ? MediaType.PNG : MediaType.JPEG;
            return new Picture(encoded(upright, type), type, upright.getWidth(), upright.getHeight(), exif);
        } catch (IOException | RuntimeException e) {
            // readers meet damage with exceptions of all kinds, and wrap what is none
            if (Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause)
                    .anyMatch(Error.class::isInstance)) {
                throw new IOException("no memory for a picture now", e);
            }
            throw new BadPicture("begins like a " + format + " picture and cannot be read as one: it is damaged");
        }
    }

    private static BufferedImage decode(byte[] file, Format format, PixelLimits limits) throws IOException, BadPicture {
        ImageReader reader = format.reader();
        try (ImageInputStream input = new ByteArrayImageInputStream(file)) {
            reader.setInput(input, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            limits.check(width, height);
            ImageReadParam wanted = reader.getDefaultReadParam();
            int step = limits.step(width, height);
            wanted.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, wanted);
        } finally {
            reader.dispose();
        }
    }

    private static byte[] encoded(BufferedImage image, MediaType type) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(type.name()).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            ImageWriteParam wanted = writer.getDefaultWriteParam();
            if (type == MediaType.JPEG) {
                wanted.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                wanted.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(image, null, null), wanted);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
