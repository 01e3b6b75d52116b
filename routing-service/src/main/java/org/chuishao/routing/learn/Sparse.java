package org.chuishao.routing.learn;

/**
 * A vector that is nearly everywhere zero.
 *
 * @param index where it is not, rising
 * @param value what it is there
 */
record Sparse(int[] index, float[] value) {

    double dot(float[] dense) {
        double sum = 0;
        for (int i = 0; i < index.length; i++) {
            sum += value[i] * dense[index[i]];
        }
        return sum;
    }

    double dot(Sparse other) {
        double sum = 0;
        int i = 0;
        int j = 0;
        while (i < index.length && j < other.index.length) {
            int order = Integer.compare(index[i], other.index[j]);
            if (order == 0) {
                sum += value[i] * other.value[j];
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return sum;
    }

    /** What is asked for many times is quicker against this than one by one. */
    float[] dense(int length) {
        float[] dense = new float[length];
        addTo(dense, 1);
        return dense;
    }

    /** The least length that it fits into. */
    int length() {
        return index.length == 0 ? 0 : index[index.length - 1] + 1;
    }

    void addTo(float[] dense, double factor) {
        for (int i = 0; i < index.length; i++) {
            dense[index[i]] += (float) (factor * value[i]);
        }
    }
}
