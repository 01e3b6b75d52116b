package org.chuishao.routing.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.chuishao.routing.opinion.Choices.Choice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {

    private static final Choices CHOICES =
            new Choices(List.of(new Choice("NOISE", "噪声", "噪声"), new Choice("OTHER", "其他", "其他")));

    @Test
    void an_answer_of_the_list_is_an_opinion() {
        assertThat(AnswerReader.opinion(
                        saying("{\"category\":\"NOISE\",\"confidence\":0.9,\"reason\":\"半夜施工\"}"), CHOICES))
                .contains(new Opinion("NOISE", 0.9, "半夜施工"));
        assertThat(AnswerReader.opinion("\n\n" + saying(" {\"category\":\"OTHER\", \"more\":[]} "), CHOICES))
                .contains(new Opinion("OTHER", null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "NOISE",
                "null",
                "[\"NOISE\"]",
                "\"NOISE\"",
                "{}",
                "{\"category\":\"POWER_OFF\"}",
                "{\"category\":\"noise\"}",
                "{\"category\":\" NOISE\"}",
                "{\"category\":\"U-TERR-210102\"}",
                "{\"category\":[\"NOISE\"]}",
                "{\"category\":null}",
                "{\"category\":\"NOISE\",\"confidence\":1.01}",
                "{\"category\":\"NOISE\",\"confidence\":-0.1}",
                "{\"category\":\"NOISE\",\"confidence\":\"0.9\"}",
                "{\"category\":\"NOISE\",\"confidence\":NaN}",
                "{\"category\":\"NOISE\",\"confidence\":1e999}",
                "{\"category\":\"NOISE\",\"reason\":{\"a\":1}}",
                "{\"category\":\"NOISE\",\"category\":\"OTHER\"}",
                "{\"category\":\"NOISE\"} {\"category\":\"OTHER\"}",
                "{\"category\":\"NOISE\"",
                "```json\n{\"category\":\"NOISE\"}\n```"
            })
    void anything_else_is_none(String said) {
        assertThat(AnswerReader.opinion(saying(said), CHOICES)).isEmpty();
    }

    @Test
    void neither_is_a_sermon_nor_a_tower() {
        String sermon = "说".repeat(201);
        String tower = "[".repeat(5_000);

        assertThat(AnswerReader.opinion(saying("{\"category\":\"NOISE\",\"reason\":\"" + sermon + "\"}"), CHOICES))
                .isEmpty();
        assertThat(AnswerReader.opinion(tower, CHOICES)).isEmpty();
        assertThat(AnswerReader.opinion(saying(tower), CHOICES)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"choices\":[]}",
                "{\"choices\":{}}",
                "{\"choices\":[{\"message\":{\"content\":null}}]}",
                "{\"choices\":[{\"message\":{\"content\":7}}]}",
                "<html>504</html>"
            })
    void a_body_of_another_shape_is_none(String body) {
        assertThat(AnswerReader.opinion(body, CHOICES)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "42, 42",
        "0, 100",
        "-7, 100",
        "101, 100",
        "1e3, 100",
        "99999999999999, 100",
        "null, 100",
        "'\"9\"', 100"
    })
    void what_it_cost_is_believed_as_far_as_it_can_be(String said, int tokens) {
        assertThat(AnswerReader.tokens("{\"usage\":{\"total_tokens\":" + said + "}}", 100))
                .isEqualTo(tokens);
    }

    private static String saying(String content) {
        try {
            return new ObjectMapper()
                    .writeValueAsString(Map.of(
                            "choices", List.of(Map.of("message", Map.of("role", "assistant", "content", content)))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
