package org.chuishao.routing.category;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lines, categories and hazards that fit together. Filled once, then only read. */
public final class Taxonomy {

    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final Map<String, Category> categories = new LinkedHashMap<>();
    private final Map<String, String> categoryOfWord = new LinkedHashMap<>();
    private final Map<String, Hazard> hazards = new LinkedHashMap<>();

    /** @throws IllegalArgumentException if the code is there already */
    public void add(Line line) {
        once(lines.putIfAbsent(line.code(), line), line.code());
    }

    /** @throws IllegalArgumentException if the code or a word is there already or the line is not known */
    public void add(Category category) {
        if (category.line() != null && !lines.containsKey(category.line())) {
            throw new IllegalArgumentException("unknown line " + category.line());
        }
        for (String word : category.words()) {
            String other = categoryOfWord.putIfAbsent(word, category.code());
            if (other != null) {
                throw new IllegalArgumentException("the word " + word + " speaks for " + other + " already");
            }
        }
        once(categories.putIfAbsent(category.code(), category), category.code());
    }

    /** @throws IllegalArgumentException if the word is there already or the category is not known */
    public void add(Hazard hazard) {
        if (hazard.category() != null && !categories.containsKey(hazard.category())) {
            throw new IllegalArgumentException("unknown category " + hazard.category());
        }
        once(hazards.putIfAbsent(hazard.word(), hazard), hazard.word());
    }

    private static void once(@Nullable Object before, String key) {
        if (before != null) {
            throw new IllegalArgumentException(key + " is there twice");
        }
    }

    public Collection<Line> lines() {
        return lines.values();
    }

    public Collection<Category> categories() {
        return categories.values();
    }

    public Collection<Hazard> hazards() {
        return hazards.values();
    }

    public Optional<Category> category(String code) {
        return Optional.ofNullable(categories.get(code));
    }
}
