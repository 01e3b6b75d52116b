package org.chuishao.routing.learn;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.crypto.Mac;
import org.chuishao.mesh.crypto.KeyedHash;
import org.chuishao.mesh.event.Meaning;

/**
 * Planes through the centre of all complaints, drawn from a secret. On which side of each a vector lies is all that leaves
 * this service of it: two of them tell the angle under which the centre sees their vectors, one alone tells whoever has no
 * secret nothing. The planes stand at right angles, by which so many signs tell more than those of planes drawn each by
 * itself.
 */
public final class Planes {

    /** So many tell a cosine of 0.65 to about 0.05; half as many take three times as many pairs for what they are not. */
    public static final int SIGNS = 512;

    private final byte[] mark;
    private final float[] centre;
    private final float[][] planes;

    /**
     * Takes a tenth of a second.
     *
     * @param model by whose vectors: what another has read is not compared
     * @param centre seen from the origin all complaints lie one way, and signs would be wasted on what they have in common
     * @param signs no more than a vector has dimensions
     */
    public Planes(String secret, String model, float[] centre, int signs) {
        Mac mac = new KeyedHash(secret).mac();
        String made = "mark " + model + ' ' + signs + ' ' + Arrays.hashCode(centre);
        mark = Arrays.copyOf(mac.doFinal(made.getBytes(UTF_8)), Meaning.MARK);
        this.centre = centre.clone();
        int width = centre.length;
        double[][] drawn = new double[signs][];
        for (int i = 0; i < signs; i++) {
            drawn[i] = uprightTo(drawn, i, drawn(mac, model, i, width));
        }
        planes = new float[signs][width];
        for (int i = 0; i < signs; i++) {
            for (int j = 0; j < width; j++) {
                planes[i][j] = (float) drawn[i][j];
            }
        }
    }

    public Meaning of(float[] vector) {
        float[] seen = vector.clone();
        for (int j = 0; j < seen.length; j++) {
            seen[j] -= centre[j];
        }
        byte[] signs = new byte[planes.length / Byte.SIZE];
        for (int i = 0; i < planes.length; i++) {
            if (Vectors.dot(planes[i], seen) > 0) {
                signs[i / Byte.SIZE] |= (byte) (1 << i % Byte.SIZE);
            }
        }
        return Meaning.of(mark, signs);
    }

    /** One or minus one in each dimension, by the bits of the keyed hash. */
    private static double[] drawn(Mac mac, String model, int plane, int width) {
        double[] drawn = new double[width];
        ByteBuffer bits = ByteBuffer.allocate(0);
        for (int j = 0; j < width; j += Byte.SIZE) {
            if (!bits.hasRemaining()) {
                bits = ByteBuffer.wrap(mac.doFinal(("plane " + model + ' ' + plane + ' ' + j).getBytes(UTF_8)));
            }
            int eight = bits.get();
            for (int bit = 0; bit < Byte.SIZE && j + bit < width; bit++) {
                drawn[j + bit] = (eight >> bit & 1) == 0 ? -1 : 1;
            }
        }
        return drawn;
    }

    private static double[] uprightTo(double[][] others, int many, double[] plane) {
        for (int i = 0; i < many; i++) {
            double along = dot(others[i], plane);
            for (int j = 0; j < plane.length; j++) {
                plane[j] -= along * others[i][j];
            }
        }
        double length = Math.sqrt(dot(plane, plane));
        for (int j = 0; j < plane.length; j++) {
            plane[j] /= length;
        }
        return plane;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
