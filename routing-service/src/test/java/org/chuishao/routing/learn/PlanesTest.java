package org.chuishao.routing.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.Random;
import org.chuishao.mesh.event.Meaning;
import org.junit.jupiter.api.Test;

class PlanesTest {

    private static final int WIDTH = 512;
    private static final float[] CENTRE = new float[WIDTH];
    private static final Planes PLANES = new Planes("secret", "model", CENTRE, Planes.SIGNS);

    private final Random random = new Random(1);

    @Test
    void two_meanings_tell_the_angle_between_their_vectors() {
        for (double cosine : new double[] {0, 0.5, 0.65, 0.8}) {
            double[] told = new double[100];
            for (int i = 0; i < told.length; i++) {
                float[] one = vector();
                told[i] = PLANES.of(one).cosine(PLANES.of(at(cosine, one)));
            }
            assertThat(Arrays.stream(told).boxed().toList())
                    .allSatisfy(it -> assertThat(it).isCloseTo(cosine, offset(0.25)));
            assertThat(Arrays.stream(told).average().orElseThrow()).isCloseTo(cosine, offset(0.02));
        }
    }

    @Test
    void the_same_secret_draws_the_same_planes_and_another_ones_are_not_compared() {
        float[] vector = vector();
        Meaning meaning = PLANES.of(vector);

        assertThat(new Planes("secret", "model", CENTRE, Planes.SIGNS).of(vector))
                .isEqualTo(meaning);
        assertThat(new Planes("other", "model", CENTRE, Planes.SIGNS).of(vector).cosine(meaning))
                .isEqualTo(-1);
        assertThat(new Planes("secret", "other", CENTRE, Planes.SIGNS)
                        .of(vector)
                        .cosine(meaning))
                .isEqualTo(-1);
    }

    @Test
    void the_angle_is_the_one_under_which_the_centre_sees_them() {
        float[] centre = vector();
        float[] one = vector();
        float[] other = vector();
        for (int i = 0; i < WIDTH; i++) {
            one[i] += 2 * centre[i];
            other[i] += 2 * centre[i];
            centre[i] *= 2;
        }
        Planes planes = new Planes("secret", "model", centre, Planes.SIGNS);

        assertThat(PLANES.of(one).cosine(PLANES.of(other))).isGreaterThan(0.6);
        assertThat(planes.of(one).cosine(planes.of(other))).isCloseTo(0, offset(0.25));
        assertThat(planes.of(one).cosine(PLANES.of(one)))
                .as("another centre, other planes")
                .isEqualTo(-1);
    }

    @Test
    void the_centre_of_complaints_is_no_unit_vector_and_not_nothing() {
        float[] centre = Centre.read();
        assertThat(centre).hasSize(WIDTH);
        assertThat(Math.sqrt(Vectors.dot(centre, centre))).isBetween(0.5, 0.8);
    }

    @Test
    void it_is_short() {
        assertThat(PLANES.of(vector()).value()).hasSize(90);
    }

    private float[] vector() {
        float[] vector = new float[WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        Vectors.normalise(vector);
        return vector;
    }

    private float[] at(double cosine, float[] one) {
        float[] aside = vector();
        double along = Vectors.dot(aside, one);
        for (int i = 0; i < WIDTH; i++) {
            aside[i] -= (float) (along * one[i]);
        }
        Vectors.normalise(aside);
        double sine = Math.sqrt(1 - cosine * cosine);
        for (int i = 0; i < WIDTH; i++) {
            aside[i] = (float) (cosine * one[i] + sine * aside[i]);
        }
        return aside;
    }
}
