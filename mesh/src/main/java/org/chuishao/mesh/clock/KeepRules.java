package org.chuishao.mesh.clock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.chuishao.mesh.reference.RulesCopy;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the rulebook to the topic {@code rules}, from when it has been read to its end: half of the rules would set other
 * limits. Only the topic's thread is here.
 */
@ApplicationScoped
class KeepRules implements RulesCopy {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Map<String, PublishedYear> years = new TreeMap<>();
    private final Map<String, PublishedRule> rules = new TreeMap<>();
    private final Rulebook rulebook;
    private boolean complete;

    KeepRules(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    @Override
    public void put(String key, @Nullable JsonNode value) {
        if (key.startsWith(PublishedYear.KEYS)) {
            put(years, key, value, PublishedYear.class, PublishedYear::toYear);
        } else if (key.startsWith(PublishedRule.KEYS)) {
            put(rules, key, value, PublishedRule.class, PublishedRule::toRules);
        }
        if (complete) {
            take();
        }
    }

    @Override
    public void complete() {
        complete = true;
        take();
    }

    /** What is not understood, as an act that a later version of the product brings, is left out, and the others count. */
    private static <T> void put(
            Map<String, T> kept, String key, @Nullable JsonNode value, Class<T> type, Consumer<T> check) {
        if (value == null) {
            kept.remove(key);
            return;
        }
        try {
            T read = JSON.treeToValue(value, type);
            check.accept(read);
            kept.put(key, read);
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            Log.errorf("topic rules: %s stays as it was: %s", key, e.getMessage());
        }
    }

    /** Where none are published, those that come with the product stay. */
    private void take() {
        if (rules.isEmpty()) {
            return;
        }
        try {
            rulebook.take(Counting.of(years.values(), rules.values()));
        } catch (IllegalArgumentException | DateTimeException e) {
            Log.errorf("topic rules: the rules in force stay as they were: %s", e.getMessage());
        }
    }
}
