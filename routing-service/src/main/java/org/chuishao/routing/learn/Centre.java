package org.chuishao.routing.learn;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;

/** Where complaints lie on the whole: the mean of what the product's own phrases mean, made by the benchmark {@code meaning}. */
public final class Centre {

    private static final String RESOURCE = "/routing/centre.txt";
    private static final float ONE = Short.MAX_VALUE;

    private Centre() {}

    public static float[] read() {
        try (InputStream in = Centre.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new FileNotFoundException("there is no resource " + RESOURCE);
            }
            String text = new String(in.readAllBytes(), US_ASCII).strip();
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
            float[] centre = new float[bytes.remaining() / Short.BYTES];
            for (int i = 0; i < centre.length; i++) {
                centre[i] = bytes.getShort() / ONE;
            }
            return centre;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As it is kept. */
    public static String write(List<float[]> vectors) {
        float[] sum = new float[vectors.get(0).length];
        vectors.forEach(vector -> Vectors.add(vector, sum));
        ByteBuffer bytes = ByteBuffer.allocate(Short.BYTES * sum.length);
        for (float value : sum) {
            bytes.putShort((short) Math.round(ONE * value / vectors.size()));
        }
        return Base64.getEncoder().encodeToString(bytes.array()) + '\n';
    }
}
