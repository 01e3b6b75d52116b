package org.chuishao.routing.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WordPieceTest {

    private final WordPiece tokens = new WordPiece(Map.of(
            "[UNK]", 0, "[CLS]", 1, "[SEP]", 2, "暖", 3, "气", 4, "，", 5, "heat", 6, "##ing", 7, "##s", 8, "20", 9));

    @Test
    void chinese_is_cut_into_characters_and_other_words_into_the_longest_pieces() {
        assertThat(tokens.encode("暖气，heatings 20", 20)).containsExactly(1, 3, 4, 5, 6, 7, 8, 9, 2);
    }

    @Test
    void what_the_vocabulary_does_not_know_is_one_unknown() {
        assertThat(tokens.encode("冷 heatxx 暖", 20)).containsExactly(1, 0, 0, 3, 2);
    }

    @Test
    void a_long_text_is_cut_off_and_still_ends() {
        assertThat(tokens.encode("暖暖暖暖暖", 4)).containsExactly(1, 3, 3, 2);
    }
}
