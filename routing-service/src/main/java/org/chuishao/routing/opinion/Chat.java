package org.chuishao.routing.opinion;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** A request as every endpoint of OpenAI's shape takes it; {@code json_object} is the only format that all of them know. */
record Chat(
        String model,
        List<Message> messages,
        @JsonProperty("response_format") Format format,
        int temperature,
        @JsonProperty("max_tokens") int maxTokens,
        boolean stream) {

    record Message(String role, String content) {}

    record Format(String type) {}

    static Chat of(Prompt prompt, String model, int maxTokens) {
        return new Chat(
                model,
                List.of(new Message("system", prompt.system()), new Message("user", prompt.user())),
                new Format("json_object"),
                0,
                maxTokens,
                false);
    }
}
