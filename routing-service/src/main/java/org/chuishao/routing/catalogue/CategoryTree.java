package org.chuishao.routing.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chuishao.routing.category.Category;
import org.chuishao.routing.category.Taxonomy;

/** The categories as the tree that they are. */
record CategoryTree(Category category, int level, List<CategoryTree> children) {

    static List<CategoryTree> of(Taxonomy taxonomy) {
        Map<String, List<Category>> children = new LinkedHashMap<>();
        for (Category it : taxonomy.categories()) {
            children.computeIfAbsent(it.parent() == null ? "" : it.parent(), parent -> new ArrayList<>())
                    .add(it);
        }
        return below("", 1, children);
    }

    private static List<CategoryTree> below(String parent, int level, Map<String, List<Category>> children) {
        return children.getOrDefault(parent, List.of()).stream()
                .map(it -> new CategoryTree(it, level, below(it.code(), level + 1, children)))
                .toList();
    }
}
