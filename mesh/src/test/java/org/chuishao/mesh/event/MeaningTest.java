package org.chuishao.mesh.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

class MeaningTest {

    private static final byte[] MARK = {1, 2, 3};

    @Test
    void as_many_signs_as_differ_so_wide_is_the_angle() {
        Meaning one = Meaning.of(MARK, new byte[] {0, 0, 0, 0});

        assertThat(one.cosine(one)).isEqualTo(1);
        assertThat(one.cosine(Meaning.of(MARK, new byte[] {0, 0, 0, (byte) 0xff})))
                .isCloseTo(Math.cos(Math.PI / 4), offset(1e-9));
        assertThat(one.cosine(Meaning.of(MARK, new byte[] {-1, -1, -1, -1}))).isCloseTo(-1, offset(1e-9));
    }

    @Test
    void what_other_planes_made_is_never_alike() {
        Meaning one = Meaning.of(MARK, new byte[] {5, 6});

        assertThat(one.cosine(Meaning.of(new byte[] {1, 2, 4}, new byte[] {5, 6})))
                .isEqualTo(-1);
        assertThat(one.cosine(Meaning.of(MARK, new byte[] {5, 6, 7}))).isEqualTo(-1);
    }

    @Test
    void what_cannot_be_read_is_like_nothing() {
        assertThat(new Meaning("*").cosine(new Meaning("*"))).isEqualTo(-1);
        assertThat(new Meaning("").cosine(new Meaning(""))).isEqualTo(-1);
        assertThat(new Meaning("AQID")).hasToString("Meaning[...]");
    }
}
