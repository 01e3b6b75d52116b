package org.chuishao.analytics.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MattersTest {

    /** As Maven has it where it builds a module of the tree. */
    private static final Path ROUTINGS = Path.of("../routing-service/src/main/resources/routing/categories.tsv");

    private final Matters matters = new Matters();

    @Test
    void every_matter_of_routings_table_has_its_name_and_field_here() throws IOException {
        for (String line : Files.readAllLines(ROUTINGS)) {
            List<String> parts = List.of(line.split("\t", -1));
            String code = parts.get(0);
            if (!line.startsWith("#") && !code.contains(".")) {
                assertThat(matters.name(code)).as(code).isEqualTo(new Name(parts.get(3), parts.get(4)));
                assertThat(matters.field(code)).as(code).isEqualTo(parts.get(1).equals("-") ? code : parts.get(1));
            }
        }
    }

    @Test
    void what_lies_below_a_matter_is_the_matters_and_what_is_not_known_is_itself() {
        assertThat(matters.name("HEATING_OFF.HEATING_PIPE_LEAKS").zh()).isEqualTo("停暖不热");
        assertThat(matters.field("HEATING_OFF.HEATING_PIPE_LEAKS")).isEqualTo("UTILITIES");
        assertThat(matters.line("HEATING_OFF")).isEqualTo("HEATING");
        assertThat(matters.name("OURS.OWN")).isEqualTo(new Name("OURS.OWN", "OURS.OWN"));
        assertThat(matters.field("OURS.OWN")).isEqualTo("OURS");
        assertThat(matters.line("OURS")).isNull();
    }
}
