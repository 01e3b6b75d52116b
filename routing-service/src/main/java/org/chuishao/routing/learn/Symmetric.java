package org.chuishao.routing.learn;

/** Inverts a symmetric positive matrix by Cholesky's factors, along rows, where the compiler can use wide registers. */
final class Symmetric {

    private Symmetric() {}

    /**
     * Inverts in place.
     *
     * @param matrix its lower triangle is read, all of it is written
     */
    static void invert(double[][] matrix) {
        factor(matrix);
        invertFactor(matrix);
        multiply(matrix);
    }

    private static void factor(double[][] a) {
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = a[i][j] - dot(a[i], a[j], j);
                a[i][j] = i == j ? Math.sqrt(rest) : rest / a[j][j];
            }
        }
    }

    private static double dot(double[] a, double[] b, int length) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < length; i++) {
            s0 += a[i] * b[i];
        }
        return s0 + s1 + s2 + s3;
    }

    private static void invertFactor(double[][] a) {
        for (int i = 0; i < a.length; i++) {
            double[] row = new double[i + 1];
            for (int k = 0; k < i; k++) {
                add(row, a[k], -a[i][k], k + 1);
            }
            double diagonal = a[i][i];
            row[i] = 1;
            for (int j = 0; j <= i; j++) {
                a[i][j] = row[j] / diagonal;
            }
        }
    }

    /** The inverse is the transposed inverse factor times the inverse factor. */
    private static void multiply(double[][] a) {
        double[][] product = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            product[i] = new double[i + 1];
        }
        for (int k = 0; k < a.length; k++) {
            for (int i = 0; i <= k; i++) {
                add(product[i], a[k], a[k][i], i + 1);
            }
        }
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j <= i; j++) {
                a[i][j] = product[i][j];
                a[j][i] = product[i][j];
            }
        }
    }

    private static void add(double[] to, double[] from, double factor, int length) {
        for (int j = 0; j < length; j++) {
            to[j] += factor * from[j];
        }
    }
}
