package org.chuishao.analytics.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.chuishao.mesh.problem.Problem;
import org.junit.jupiter.api.Test;

class LivePlacesTest {

    private final LivePlaces places = new LivePlaces(3, 2);

    @Test
    void one_subject_has_no_more_than_its_own_and_all_together_no_more_than_there_are() {
        places.take("one");
        places.take("one");
        assertThat(refused("one")).isEqualTo(429);
        places.take("other");
        assertThat(refused("third")).isEqualTo(503);
        assertThat(places.taken()).isEqualTo(3);
    }

    @Test
    void a_place_that_was_given_back_is_free_and_a_refusal_takes_none() {
        places.take("one");
        places.take("one");
        refused("one");
        places.giveBack("one");
        places.take("one");
        places.giveBack("one");
        places.giveBack("one");
        assertThat(places.taken()).isZero();
    }

    private int refused(String subject) {
        Problem[] refusal = new Problem[1];
        assertThatThrownBy(() -> places.take(subject)).isInstanceOfSatisfying(Problem.class, it -> refusal[0] = it);
        return refusal[0].status();
    }
}
