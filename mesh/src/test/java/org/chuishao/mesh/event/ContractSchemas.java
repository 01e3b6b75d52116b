package org.chuishao.mesh.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schema of an event's data, made from its record: what may be null in the code is optional on the wire, and
 * what a reader does not know it skips, so that any further field is allowed. Draft 7 is what AsyncAPI's own tools read.
 */
final class ContractSchemas {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final SchemaGenerator GENERATOR = generator();

    private ContractSchemas() {}

    static JsonNode of(EventType type) {
        ObjectNode made = GENERATOR.generateSchema(type.data());
        ObjectNode schema = MAPPER.createObjectNode();
        schema.set("$schema", made.get("$schema"));
        schema.put("$id", "urn:chuishao:contracts:" + type.shortName() + ".v1");
        schema.put("title", type.wireName());
        schema.setAll(made);
        return schema;
    }

    static String text(JsonNode json) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter()
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter)
                .withSeparators(PrettyPrinter.DEFAULT_SEPARATORS.withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        try {
            return MAPPER.writer(printer).writeValueAsString(json) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SchemaGenerator generator() {
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(
                        MAPPER, SchemaVersion.DRAFT_7, OptionPreset.PLAIN_JSON)
                .with(Option.INLINE_ALL_SCHEMAS);
        config.forFields().withRequiredCheck(field -> !nullable(field));
        config.forTypesInGeneral().withPropertySorter((one, other) -> 0);
        config.forTypesInGeneral().withCustomDefinitionProvider((type, context) -> string(type.getErasedType()));
        return new SchemaGenerator(config.build());
    }

    private static boolean nullable(FieldScope field) {
        return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** Values that are more than a string in the code and no more than one on the wire. */
    private static @Nullable CustomDefinition string(Class<?> type) {
        if (type == UUID.class) {
            return string("format", "uuid");
        }
        if (type == Instant.class) {
            return string("format", "date-time");
        }
        if (type == Meaning.class) {
            return string("pattern", "^[A-Za-z0-9_-]+$");
        }
        return type == Sealed.class ? string("pattern", "^[^.]+\\.[A-Za-z0-9_-]+$") : null;
    }

    private static CustomDefinition string(String keyword, String value) {
        ObjectNode definition = MAPPER.createObjectNode();
        definition.put("type", "string");
        definition.put(keyword, value);
        return new CustomDefinition(definition, true);
    }
}
