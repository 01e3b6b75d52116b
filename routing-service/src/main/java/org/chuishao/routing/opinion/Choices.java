package org.chuishao.routing.opinion;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chuishao.routing.category.Category;
import org.chuishao.routing.category.Taxonomy;

/**
 * The closed list that a model chooses from.
 *
 * @param items the likeliest first, and last what is none of them
 */
record Choices(List<Choice> items) {

    private static final int MOST = 9;
    private static final int EXAMPLES = 6;

    Choices {
        items = List.copyOf(items);
    }

    /** @param about where it lies in the tree, with words that speak for it */
    record Choice(String code, String name, String about) {}

    /**
     * What the classifier thought of first, then what the words speak for, then what lies beside what it was queued as. Where
     * none of them says anything, the fields of work: a coarse answer is better than a list made up.
     *
     * @param candidates the classifier's, the likeliest first
     * @param likeliest by the words
     * @param queuedAs the category of the queue
     */
    static Choices of(Taxonomy taxonomy, List<String> candidates, List<String> likeliest, String queuedAs) {
        Set<String> codes = new LinkedHashSet<>(candidates);
        codes.addAll(likeliest);
        taxonomy.category(queuedAs).filter(it -> !isNone(it)).ifPresent(queued -> {
            codes.add(queued.code());
            besides(taxonomy, queued).forEach(it -> codes.add(it.code()));
        });
        List<Category> chosen = codes.stream()
                .map(taxonomy::category)
                .flatMap(Optional::stream)
                .filter(it -> !isNone(it))
                .limit(MOST)
                .collect(Collectors.toCollection(ArrayList::new));
        if (chosen.isEmpty()) {
            List<String> none = taxonomy.path(Category.OTHER);
            taxonomy.categories().stream()
                    .filter(it -> it.parent() == null && !none.contains(it.code()))
                    .forEach(chosen::add);
        }
        taxonomy.category(Category.OTHER).ifPresent(chosen::add);
        return new Choices(chosen.stream().map(it -> choice(taxonomy, it)).toList());
    }

    private static boolean isNone(Category category) {
        return category.code().equals(Category.OTHER) || Category.OTHER.equals(category.parent());
    }

    /** Of the same line, where it has one. */
    private static List<Category> besides(Taxonomy taxonomy, Category queued) {
        return taxonomy.categories().stream()
                .filter(it -> Objects.equals(it.parent(), queued.parent()) && Objects.equals(it.line(), queued.line()))
                .toList();
    }

    private static Choice choice(Taxonomy taxonomy, Category category) {
        List<String> names = new ArrayList<>();
        for (String code : taxonomy.path(category.code())) {
            taxonomy.category(code).ifPresent(it -> names.add(0, it.zh()));
        }
        String words = category.words().stream().limit(EXAMPLES).collect(Collectors.joining("、"));
        String about = String.join(" > ", names) + (words.isEmpty() ? "" : "，如：" + words);
        return new Choice(category.code(), category.zh(), about);
    }

    boolean has(String code) {
        return items.stream().anyMatch(it -> it.code().equals(code));
    }
}
