package org.chuishao.grid.evidence.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** The formats that are taken, told by how a file begins: its name and what was declared of it say nothing. */
enum Format {
    JPEG,
    PNG,
    WEBP;

    static Optional<Format> of(byte[] file) {
        if (has(file, 0, "\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (has(file, 0, "\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        }
        return has(file, 0, "RIFF") && has(file, 8, "WEBP") ? Optional.of(WEBP) : Optional.empty();
    }

    static boolean has(byte[] file, int at, String mark) {
        byte[] wanted = mark.getBytes(ISO_8859_1);
        int end = at + wanted.length;
        return at >= 0 && end <= file.length && Arrays.equals(file, at, end, wanted, 0, wanted.length);
    }

    ImageReader reader() {
        return switch (this) {
            case JPEG, PNG -> ImageIO.getImageReadersByFormatName(name()).next();
            // by its own name: what ImageIO finds by itself depends on who asked it first
            case WEBP -> new WebPImageReaderSpi().createReaderInstance(null);
        };
    }
}
