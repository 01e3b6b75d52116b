package org.chuishao.grid.evidence.picture;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** Turns a picture as its EXIF orientation (1 to 8) asks, in plain sRGB. */
final class Upright {

    private static final int FIRST_ON_ITS_SIDE = 5;

    private Upright() {}

    static BufferedImage of(BufferedImage image, int orientation) {
        if (orientation == 1 && image.getColorModel().getColorSpace().isCS_sRGB()) {
            return image;
        }
        boolean onItsSide = orientation >= FIRST_ON_ITS_SIDE;
        int width = onItsSide ? image.getHeight() : image.getWidth();
        int height = onItsSide ? image.getWidth() : image.getHeight();
        boolean alpha = image.getColorModel().hasAlpha();
        BufferedImage upright =
                new BufferedImage(width, height, alpha ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D canvas = upright.createGraphics();
        try {
            canvas.drawImage(image, turn(orientation, image.getWidth(), image.getHeight()), null);
        } finally {
            canvas.dispose();
        }
        return upright;
    }

    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
