package org.chuishao.bench.warnings.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chuishao.local.Trouble;
import org.chuishao.mesh.event.Severity;
import org.chuishao.routing.category.Category;
import org.chuishao.routing.category.Taxonomy;
import org.chuishao.routing.classify.KeywordClassifier;
import org.chuishao.routing.trial.Table;

/** What real people wrote, each with the category that the product's words find in it. */
public record Messages(List<Message> all) {

    private static final int WRONG_USE = 2;

    /** @param category the most particular one; which of its like is drawn, always the same; no danger to life */
    public record Message(String title, String body, String category) {}

    /** A file with the columns id, title and body, others beside them or not. */
    public static Messages read(Path file, Taxonomy tree) throws IOException {
        if (!Files.isReadable(file)) {
            throw new Trouble(WRONG_USE, "There is no file " + file + ", or it cannot be read.");
        }
        try {
            return of(Table.of(Files.readString(file, UTF_8)), tree);
        } catch (IllegalArgumentException e) {
            throw new Trouble(WRONG_USE, file + ": " + e.getMessage() + ".");
        }
    }

    private static Messages of(Table table, Taxonomy tree) {
        KeywordClassifier words = new KeywordClassifier(tree);
        int id = table.column("id");
        int title = table.column("title");
        int body = table.column("body");
        List<Message> all = new ArrayList<>();
        for (List<String> row : table.rows()) {
            String category = words.classify(row.get(title), row.get(body)).category();
            String text = row.get(body).isBlank() ? row.get(title) : row.get(body);
            all.add(new Message(row.get(title), text, particular(category, row.get(id), tree)));
        }
        return new Messages(List.copyOf(all));
    }

    private static String particular(String category, String id, Taxonomy tree) {
        List<String> below = tree.categories().stream()
                .filter(other -> category.equals(other.parent()) && other.severity() != Severity.CRITICAL)
                .map(Category::code)
                .toList();
        return below.isEmpty() ? category : below.get(Math.floorMod(id.hashCode(), below.size()));
    }
}
