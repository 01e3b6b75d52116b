package org.chuishao.bench.warnings.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chuishao.bench.warnings.world.Messages.Message;
import org.chuishao.local.Trouble;
import org.chuishao.routing.category.ShippedTaxonomy;
import org.chuishao.routing.category.Taxonomy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessagesTest {

    private final Taxonomy tree = ShippedTaxonomy.read();

    @TempDir
    Path folder;

    @Test
    void a_message_has_a_particular_category_that_its_words_speak_for_and_always_the_same() throws IOException {
        Path file = file("id\ttime\tlabel\ttitle\tbody\n7\t2025/8/1\tx\t电梯坏了\t物业不修电梯\n8\t2025/8/1\tx\t停水\t\n");

        Messages messages = Messages.read(file, tree);

        assertThat(messages.all())
                .hasSize(2)
                .isEqualTo(Messages.read(file, tree).all());
        assertThat(messages.all().get(0).category()).startsWith("PROPERTY_SERVICE.");
        assertThat(messages.all().get(1)).extracting(Message::body).isEqualTo("停水");
    }

    @Test
    void a_file_without_the_columns_is_refused() throws IOException {
        Path file = file("id\ttitle\n7\t停水\n");

        assertThatThrownBy(() -> Messages.read(file, tree))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("no column body");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("messages.tsv"), text);
    }
}
