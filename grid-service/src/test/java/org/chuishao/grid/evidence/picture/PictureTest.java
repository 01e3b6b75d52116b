package org.chuishao.grid.evidence.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.chuishao.grid.evidence.picture.Picture.MediaType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PictureTest {

    private static final PixelLimits LIMITS = new PixelLimits(50_000_000, 12_500_000);

    @Test
    void aPhonesPhotoIsTurnedUprightAndSaysNothingAnyMore() throws BadPicture, IOException {
        byte[] file = PictureFiles.fromPhone(64, 48);
        Picture picture = Picture.cleaned(file, LIMITS);

        assertThat(picture.exif().orientation()).isEqualTo(6);
        assertThat(picture.exif().at()).isEqualTo(Instant.parse("2026-11-20T00:30:05Z"));
        assertThat(picture.exif().latitude()).isCloseTo(41.8, within(1e-9));
        assertThat(picture.exif().longitude()).isCloseTo(123.4, within(1e-9));
        assertThat(picture.mediaType()).isEqualTo(MediaType.JPEG);
        assertThat(picture.width()).isEqualTo(48);
        assertThat(picture.height()).isEqualTo(64);
        assertThat(new String(file, ISO_8859_1)).contains("Exif", "2026:11:20");
        assertThat(new String(picture.bytes(), ISO_8859_1)).doesNotContain("Exif", "2026:11:20");
        // what was on the left is above
        BufferedImage upright = PictureFiles.read(picture.bytes());
        assertThat(blue(upright, 24, 8)).isTrue();
        assertThat(blue(upright, 24, 56)).isFalse();
    }

    @Test
    void webpIsReadAndKeptAsJpeg() throws BadPicture, IOException {
        Picture picture = Picture.cleaned(PictureFiles.WEBP, LIMITS);

        assertThat(picture.mediaType()).isEqualTo(MediaType.JPEG);
        assertThat(picture.width()).isEqualTo(32);
        assertThat(picture.height()).isEqualTo(48);
        assertThat(picture.exif().latitude()).isCloseTo(41.8, within(1e-9));
        assertThat(blue(PictureFiles.read(picture.bytes()), 16, 8)).isTrue();
    }

    @Test
    void pngStaysPng() throws BadPicture, IOException {
        Picture picture = Picture.cleaned(PictureFiles.file(PictureFiles.halves(40, 30), "png"), LIMITS);

        assertThat(picture.mediaType()).isEqualTo(MediaType.PNG);
        assertThat(PictureFiles.read(picture.bytes()).getWidth()).isEqualTo(40);
        assertThat(picture.exif().at()).isNull();
    }

    @Test
    void aLineOfMillionsIsRefusedHoweverFewThereAre() {
        assertThatThrownBy(() -> new PixelLimits(50_000_000, 10_000_000).check(20_000, 1))
                .hasMessageContaining("a side");
    }

    @Test
    @Timeout(5)
    void aBombIsRefusedBeforeItIsUnpacked() {
        byte[] bomb = PictureFiles.bomb(30_000);
        assertThat(bomb).hasSizeLessThan(1_000_000);

        Runtime runtime = Runtime.getRuntime();
        long before = runtime.totalMemory() - runtime.freeMemory();
        long began = System.nanoTime();
        assertThatThrownBy(() -> Picture.cleaned(bomb, LIMITS)).hasMessageContaining("30000 x 30000 pixels");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        assertThat(runtime.totalMemory() - runtime.freeMemory() - before).isLessThan(50_000_000);
    }

    @Test
    void aLargePictureIsKeptSmaller() throws BadPicture, IOException {
        byte[] file = PictureFiles.file(PictureFiles.halves(400, 300), "jpg");
        Picture picture = Picture.cleaned(file, new PixelLimits(200_000, 50_000));
        assertThat(picture.width()).isEqualTo(200);
        assertThat(picture.height()).isEqualTo(150);
    }

    @Test
    void whatIsNoPictureIsRefusedWithWords() {
        assertThatThrownBy(() -> Picture.cleaned("#!/bin/sh\nrm -rf /\n".getBytes(UTF_8), LIMITS))
                .isInstanceOf(BadPicture.class)
                .hasMessageContaining("no JPEG, PNG or WebP picture");
        assertThatThrownBy(() -> Picture.cleaned("\u00ff\u00d8\u00ff<script>".getBytes(ISO_8859_1), LIMITS))
                .isInstanceOf(BadPicture.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void damageOfAnyKindIsABadPictureAndNothingElse() throws IOException {
        Random random = new Random(7);
        for (byte[] whole : new byte[][] {
            PictureFiles.fromPhone(64, 48), PictureFiles.WEBP, PictureFiles.file(PictureFiles.halves(40, 30), "png")
        }) {
            for (int i = 0; i < 300; i++) {
                byte[] file = Arrays.copyOf(whole, whole.length - random.nextInt(whole.length / 2));
                for (int flips = random.nextInt(8); flips > 0; flips--) {
                    file[random.nextInt(file.length)] = (byte) random.nextInt();
                }
                try {
                    assertThat(Picture.cleaned(file, LIMITS).width()).isPositive();
                } catch (BadPicture refused) {
                    assertThat(refused.words()).isNotBlank();
                }
            }
        }
    }

    private static boolean blue(BufferedImage image, int x, int y) {
        int rgb = image.getRGB(x, y);
        return (rgb & 0xff) > (rgb >> 16 & 0xff);
    }
}
