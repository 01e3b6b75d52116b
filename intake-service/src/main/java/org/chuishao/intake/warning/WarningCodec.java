package org.chuishao.intake.warning;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Reads the records of {@code governance-warnings}; fields that it does not know are skipped. */
@ApplicationScoped
class WarningCodec {

    private static final Pattern TYPE = Pattern.compile("org\\.chuishao\\.warning\\.[a-z-]+\\.v1");
    private static final Pattern REGION = Pattern.compile("[0-9]{2,15}");

    private final ObjectMapper json;

    WarningCodec(ObjectMapper json) {
        this.json = json;
    }

    /**
     * @return empty where no person has confirmed the warning: nothing follows for tickets
     * @throws UnreadableWarning where it is not what it should be
     */
    Optional<Confirmed> read(ConsumerRecord<byte[], byte[]> message) {
        byte[] value = message.value();
        JsonNode said = value == null ? json.nullNode() : tree(value);
        if (value != null && !said.isObject()) {
            throw new UnreadableWarning("the value is no JSON object");
        }
        if (!said.hasNonNull("ticket")) {
            return Optional.empty();
        }
        if (!TYPE.matcher(header(message, "ce_type")).matches()) {
            throw new UnreadableWarning("ce_type is no type of this version");
        }
        return Optional.of(new Confirmed(
                id("ce_id", header(message, "ce_id")),
                id("ce_subject", header(message, "ce_subject")),
                region(text(said, "region")),
                optional(said, "category"),
                id("ticket", text(said, "ticket")),
                text(said, "title"),
                text(said, "content"),
                optional(said, "note"),
                joins(said.path("joins"))));
    }

    private JsonNode tree(byte[] value) {
        try {
            return json.readTree(value);
        } catch (IOException e) {
            throw new UnreadableWarning("the value is no JSON");
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        if (header == null || header.value() == null) {
            throw new UnreadableWarning(name + " is missing");
        }
        return new String(header.value(), UTF_8);
    }

    private static UUID id(String field, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new UnreadableWarning(field + " is no id");
        }
    }

    private static String region(String code) {
        if (!REGION.matcher(code).matches()) {
            throw new UnreadableWarning("region is no code of a division");
        }
        return code;
    }

    private static String text(JsonNode said, String field) {
        String text = optional(said, field);
        if (text == null) {
            throw new UnreadableWarning(field + " is missing");
        }
        return text;
    }

    private static @Nullable String optional(JsonNode said, String field) {
        JsonNode value = said.path(field);
        return value.isTextual() && !value.textValue().isBlank() ? value.textValue() : null;
    }

    private static List<UUID> joins(JsonNode joins) {
        if (!joins.isMissingNode() && !joins.isNull() && !joins.isArray()) {
            throw new UnreadableWarning("joins is no list");
        }
        List<UUID> tickets = new ArrayList<>();
        joins.forEach(one -> tickets.add(id("joins", one.asText())));
        return tickets.stream().distinct().toList();
    }
}
