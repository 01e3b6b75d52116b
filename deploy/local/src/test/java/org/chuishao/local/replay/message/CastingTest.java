package org.chuishao.local.replay.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CastingTest {

    private static final Communities LIAONING = Communities.ofLiaoning();

    private final Casting casting = new Casting(7, LIAONING);

    @Test
    void theSameSeedGivesTheSamePlaceAndCaller() {
        Casting again = new Casting(7, LIAONING);

        assertThat(again.community(message(1, "A"))).isEqualTo(casting.community(message(1, "A")));
        assertThat(again.caller(message(1, "A"))).isEqualTo(casting.caller(message(2, "A")));
    }

    @Test
    void anotherSeedGivesOthers() {
        Casting other = new Casting(8, LIAONING);

        assertThat(other.caller(message(1, "A")).phone())
                .isNotEqualTo(casting.caller(message(1, "A")).phone());
    }

    @Test
    void messagesSpreadOverTheWholeProvince() {
        assertThat(IntStream.range(0, 2_000)
                        .mapToObj(i -> casting.community(message(i, "A")).code().substring(0, 4))
                        .distinct())
                .hasSize(14);
    }

    @Test
    void aCommunityIsNamedWithAllThatItLiesIn() {
        Community community = casting.community(message(1, "A"));

        assertThat(community.code()).hasSize(12);
        assertThat(community.fullName()).contains("市").hasSizeGreaterThan(8);
    }

    @Test
    void aCallerDoesNotPrintHimself() {
        Caller caller = casting.caller(message(1, "A"));

        assertThat(caller.toString()).doesNotContain(caller.name(), caller.phone());
    }

    private static Message message(int id, String author) {
        return new Message(Integer.toString(id), author, "停水", "", "");
    }
}
