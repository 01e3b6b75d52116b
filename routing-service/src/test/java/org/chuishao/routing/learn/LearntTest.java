package org.chuishao.routing.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearntTest {

    private static final Learnt MODEL = Phrases.learnt();

    @Test
    void a_ticket_like_those_confirmed_is_recognised_and_shows_the_nearest_of_them() {
        Answer answer = Phrases.ask(MODEL, "高地暖气不热", "室温只有十三度");

        assertThat(answer.first().label()).isEqualTo(Phrases.HEAT);
        assertThat(answer.first().evidence()).hasSize(3).allMatch(id -> Integer.parseInt(id.substring(1)) % 3 == 0);
        assertThat(answer.model()).startsWith("kernel-2-24-");
    }

    @Test
    void the_candidates_share_one_certainty() {
        List<Answer.Candidate> candidates =
                Phrases.ask(MODEL, "学校门口的路", "放学后道路坑洼，学生骑车危险").candidates();

        assertThat(candidates).hasSize(3);
        assertThat(candidates.stream().mapToDouble(Answer.Candidate::confidence).sum())
                .isBetween(0.99, 1.01);
    }

    @Test
    void what_is_unlike_all_that_was_learnt_is_farther_away_and_less_certain() {
        Answer like = Phrases.ask(MODEL, "桥头暖气不热", "家里室温只有十四度，供暖公司不来修");
        Answer unlike = Phrases.ask(MODEL, "Visa", "passport abroad");

        assertThat(unlike.distance()).isGreaterThan(like.distance() + 1);
        assertThat(unlike.first().confidence()).isLessThan(like.first().confidence());
    }

    @Test
    void the_same_tickets_make_the_same_model_and_others_another() {
        List<Example> fewer = Phrases.examples().subList(0, 21);

        assertThat(bytes(Phrases.learnt())).isEqualTo(bytes(MODEL));
        assertThat(new Trainer().learn(fewer, Phrases.meanings(fewer)).version())
                .isNotEqualTo(MODEL.version());
    }

    @Test
    void a_model_that_was_kept_answers_as_before() throws IOException {
        Learnt again = ModelFile.read(new ByteArrayInputStream(bytes(MODEL)));

        assertThat(Phrases.ask(again, "操场", "小学补课")).isEqualTo(Phrases.ask(MODEL, "操场", "小学补课"));
        assertThat(again.outcomes()).isEqualTo(MODEL.outcomes());
    }

    @Test
    void other_bytes_are_no_model() {
        assertThatThrownBy(() -> ModelFile.read(new ByteArrayInputStream(new byte[100])))
                .isInstanceOf(IOException.class);
    }

    @Test
    void no_word_of_a_citizen_is_kept() {
        byte[] bytes = bytes(MODEL);

        for (String word : List.of("暖气", "东街", "班主任")) {
            assertThat(new String(bytes, java.nio.charset.StandardCharsets.UTF_8))
                    .doesNotContain(word);
            assertThat(new String(bytes, java.nio.charset.StandardCharsets.UTF_16BE))
                    .doesNotContain(word);
        }
    }

    @Test
    void an_empty_message_has_an_answer() {
        assertThat(Phrases.ask(MODEL, "", "").candidates()).hasSize(3);
    }

    @Test
    void one_label_alone_cannot_be_learnt() {
        List<Example> one = List.of(new Example("1", Phrases.HEAT, "暖气", ""), new Example("2", Phrases.HEAT, "供暖", ""));

        assertThatThrownBy(() -> new Trainer().learn(one, Phrases.meanings(one)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] bytes(Learnt model) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ModelFile.write(model, out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
