package org.chuishao.routing.opinion;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a chat completion. A model says anything: what is not exactly what was asked for is no opinion. */
final class AnswerReader {

    private static final int LONGEST_REASON = 200;
    private static final int DEEPEST = 20;
    private static final ObjectReader JSON = new JsonMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .readerFor(JsonNode.class)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private AnswerReader() {}

    /** Empty where the answer is none. */
    static Optional<Opinion> opinion(@Nullable String body, Choices choices) {
        JsonNode said =
                tree(text(tree(body).path("choices").path(0).path("message").path("content")));
        JsonNode confidence = said.path("confidence");
        JsonNode reason = said.path("reason");
        String category = text(said.path("category"));
        boolean valid = choices.has(category)
                && (missing(confidence) || between(confidence))
                && (missing(reason) || (reason.isTextual() && reason.textValue().length() <= LONGEST_REASON));
        return valid
                ? Optional.of(new Opinion(
                        category, missing(confidence) ? null : confidence.doubleValue(), reason.textValue()))
                : Optional.empty();
    }

    /**
     * What it cost as the endpoint says, if that can be: no less than nothing and no more than was set aside.
     *
     * @param most that it can have cost
     */
    static int tokens(@Nullable String body, int most) {
        JsonNode total = tree(body).path("usage").path("total_tokens");
        boolean likely = total.isIntegralNumber() && total.canConvertToInt() && total.intValue() > 0;
        return likely ? Math.min(total.intValue(), most) : most;
    }

    private static boolean missing(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static boolean between(JsonNode node) {
        return node.isNumber() && node.doubleValue() >= 0 && node.doubleValue() <= 1;
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : "";
    }

    private static JsonNode tree(@Nullable String json) {
        try {
            JsonNode tree = json == null || json.isBlank() ? null : JSON.readValue(json);
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }
}
