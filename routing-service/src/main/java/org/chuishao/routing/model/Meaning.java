package org.chuishao.routing.model;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** A vector as bytes. */
final class Meaning {

    private Meaning() {}

    static Buffer write(float[] vector) {
        Buffer buffer = Buffer.buffer(Float.BYTES * vector.length);
        for (float value : vector) {
            buffer.appendFloat(value);
        }
        return buffer;
    }

    static float @Nullable [] read(io.vertx.mutiny.core.buffer.@Nullable Buffer buffer) {
        if (buffer == null) {
            return null;
        }
        float[] vector = new float[buffer.length() / Float.BYTES];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = buffer.getFloat(Float.BYTES * i);
        }
        return vector;
    }
}
