package org.chuishao.routing.category;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.chuishao.routing.category.Term.Sort;
import org.jspecify.annotations.Nullable;

/** Lines, categories, hazards and terms that fit together. Filled once, then only read. */
public final class Taxonomy {

    /** Field of work, matter, case. */
    private static final int LEVELS = 3;

    private final Map<String, Term> terms = new LinkedHashMap<>();
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final Map<String, Category> categories = new LinkedHashMap<>();
    private final Map<String, String> categoryOfWord = new LinkedHashMap<>();
    private final Map<String, Hazard> hazards = new LinkedHashMap<>();

    /** @throws IllegalArgumentException if the code is there already */
    public void add(Term term) {
        once(terms.putIfAbsent(key(term.sort(), term.code()), term), term.code());
    }

    /** @throws IllegalArgumentException if the code is there already */
    public void add(Line line) {
        once(lines.putIfAbsent(line.code(), line), line.code());
    }

    /**
     * Parents come before their children.
     *
     * @throws IllegalArgumentException if the code or a word is there already, or the parent, the line or a term is not
     *     known, or it would lie too deep, or under a parent of another line
     */
    public void add(Category category) {
        if (category.line() != null && !lines.containsKey(category.line())) {
            throw new IllegalArgumentException("unknown line " + category.line());
        }
        requireFitsParent(category);
        category.keyAreas().forEach(area -> requireTerm(Sort.KEY_AREA, area));
        if (category.gridEvent() != null) {
            requireTerm(Sort.GRID_EVENT, category.gridEvent());
        }
        for (String word : category.words()) {
            String other = categoryOfWord.putIfAbsent(word, category.code());
            if (other != null) {
                throw new IllegalArgumentException("the word " + word + " speaks for " + other + " already");
            }
        }
        once(categories.putIfAbsent(category.code(), category), category.code());
    }

    private void requireFitsParent(Category category) {
        if (category.parent() == null) {
            return;
        }
        Category parent = categories.get(category.parent());
        if (parent == null) {
            throw new IllegalArgumentException("unknown parent " + category.parent());
        }
        if (path(parent.code()).size() >= LEVELS) {
            throw new IllegalArgumentException("lies below the third level");
        }
        if (parent.line() != null && !Objects.equals(parent.line(), category.line())) {
            throw new IllegalArgumentException("is of another line than its parent");
        }
    }

    private void requireTerm(Sort sort, String code) {
        if (!terms.containsKey(key(sort, code))) {
            throw new IllegalArgumentException("unknown term " + code);
        }
    }

    /** @throws IllegalArgumentException if the word is there already or the category is not known */
    public void add(Hazard hazard) {
        if (hazard.category() != null && !categories.containsKey(hazard.category())) {
            throw new IllegalArgumentException("unknown category " + hazard.category());
        }
        once(hazards.putIfAbsent(hazard.word(), hazard), hazard.word());
    }

    private static String key(Sort sort, String code) {
        return sort + ":" + code;
    }

    private static void once(@Nullable Object before, String key) {
        if (before != null) {
            throw new IllegalArgumentException(key + " is there twice");
        }
    }

    public Collection<Term> terms() {
        return terms.values();
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

    /** The category and what holds it, the nearest first; the code alone where it is none. */
    public List<String> path(String code) {
        List<String> path = new ArrayList<>(LEVELS);
        for (String at = code; at != null; at = parent(at)) {
            path.add(at);
        }
        return path;
    }

    private @Nullable String parent(String code) {
        return category(code).map(Category::parent).orElse(null);
    }
}
