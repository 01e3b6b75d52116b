package org.chuishao.routing.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import org.junit.jupiter.api.Test;

class BgeSmallZhTest {

    /** The only test that loads the sentence model. */
    @Test
    void sentences_that_mean_the_like_lie_near_each_other_whatever_stands_beside_them_in_the_batch() {
        try (BgeSmallZh model = new BgeSmallZh()) {
            List<float[]> vectors = model.embed(List.of("家里暖气不热", "屋里冷，供暖温度上不去", "老师强迫学生补课，家长很不满意，希望教育局管一管"));

            assertThat(Vectors.dot(vectors.get(0), vectors.get(1)))
                    .isGreaterThan(Vectors.dot(vectors.get(0), vectors.get(2)) + 0.1);
            assertThat(Vectors.dot(vectors.get(0), vectors.get(0))).isCloseTo(1, offset(1e-5));
            assertThat(Vectors.dot(
                            vectors.get(0), model.embed(List.of("家里暖气不热")).get(0)))
                    .isCloseTo(1, offset(1e-4));
        }
    }
}
