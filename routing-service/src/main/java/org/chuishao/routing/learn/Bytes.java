package org.chuishao.routing.learn;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Arrays and lists as bytes: their length, then what is in them. */
final class Bytes {

    private Bytes() {}

    /** Reads one thing. */
    interface Reading<T> {
        T read(DataInputStream in) throws IOException;
    }

    /** Writes one thing. */
    interface Writing<T> {
        void write(DataOutputStream out, T value) throws IOException;
    }

    static <T> void list(DataOutputStream out, List<T> values, Writing<T> one) throws IOException {
        out.writeInt(values.size());
        for (T value : values) {
            one.write(out, value);
        }
    }

    static <T> List<T> list(DataInputStream in, Reading<T> one) throws IOException {
        List<T> values = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            values.add(one.read(in));
        }
        return List.copyOf(values);
    }

    static void ints(DataOutputStream out, int[] values) throws IOException {
        out.writeInt(values.length);
        for (int value : values) {
            out.writeInt(value);
        }
    }

    static int[] ints(DataInputStream in) throws IOException {
        int[] values = new int[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readInt();
        }
        return values;
    }

    static void floats(DataOutputStream out, float[] values) throws IOException {
        out.writeInt(values.length);
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    static float[] floats(DataInputStream in) throws IOException {
        float[] values = new float[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readFloat();
        }
        return values;
    }

    static void doubles(DataOutputStream out, double[] values) throws IOException {
        out.writeInt(values.length);
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    static double[] doubles(DataInputStream in) throws IOException {
        double[] values = new double[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readDouble();
        }
        return values;
    }

    static void matrix(DataOutputStream out, float[][] rows) throws IOException {
        list(out, List.of(rows), Bytes::floats);
    }

    static float[][] matrix(DataInputStream in) throws IOException {
        return list(in, Bytes::floats).toArray(float[][]::new);
    }
}
