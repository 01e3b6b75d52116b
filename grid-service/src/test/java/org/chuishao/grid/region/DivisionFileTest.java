package org.chuishao.grid.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DivisionFileTest {

    @Test
    void theFileCarriedHoldsAllOfLiaoning() throws IOException {
        try (InputStream file = DivisionFileTest.class.getResourceAsStream(DivisionFile.RESOURCE)) {
            Map<Integer, Long> levels = DivisionFile.read(file).stream()
                    .collect(Collectors.groupingBy(Division::level, Collectors.counting()));
            assertThat(levels).isEqualTo(Map.of(2, 14L, 3, 100L, 4, 1_406L, 5, 16_727L));
        }
    }

    @Test
    void parentsComeFirst() {
        assertThat(read("210102\t3\t和平区\n2101\t2\t沈阳市"))
                .containsExactly(new Division("2101", 2, "沈阳市"), new Division("210102", 3, "和平区"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2101 2                | must have three columns",
                "2201~2~长春市          | must be digits that begin with 21",
                "2101~9~沈阳市          | the level must be from 2 to 5",
                "2101~3~沈阳市          | as many digits as its level",
                "2101~2~               | the name is empty",
                "2102~2~大连市          | stands there twice",
                "210102~3~和平区        | its parent is not in the file",
            })
    void aWrongLineIsNamed(String line, String why) {
        assertThatThrownBy(() -> read("2102\t2\t大连市\n" + line.replace('~', '\t')))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining(why);
    }

    private static List<Division> read(String text) {
        return DivisionFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
