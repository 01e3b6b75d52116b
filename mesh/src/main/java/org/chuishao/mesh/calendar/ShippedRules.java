package org.chuishao.mesh.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The files under {@code /rules} that come with the product. */
final class ShippedRules {

    private ShippedRules() {}

    static String text(String file) {
        try (InputStream in = ShippedRules.class.getResourceAsStream("/rules/" + file)) {
            if (in == null) {
                throw new IllegalStateException("there is no resource /rules/" + file);
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
