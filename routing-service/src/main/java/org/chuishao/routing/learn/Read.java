package org.chuishao.routing.learn;

/**
 * A message as the model reads it.
 *
 * @param grams its runs of characters
 * @param meaning as a sentence model sees it, of length one
 */
record Read(Sparse grams, float[] meaning) {

    /** How fast likeness falls with the distance in meaning. */
    private static final double SHARPNESS = 4;

    /** How like two messages are: in their words, and in what they mean. */
    double likeness(Read other) {
        return likeness(other, words(other));
    }

    /** @param words how like they are in their words */
    double likeness(Read other, double words) {
        return words + likeness(meaning, other.meaning);
    }

    double words(Read other) {
        return grams.dot(other.grams);
    }

    static double likeness(float[] meaning, float[] other) {
        return likeness(Vectors.dot(meaning, other));
    }

    static double likeness(double cosine) {
        return Math.exp(SHARPNESS * (cosine - 1));
    }
}
