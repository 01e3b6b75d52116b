package org.chuishao.grid.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;
import org.chuishao.mesh.problem.Problem;
import org.junit.jupiter.api.Test;

class CursorTest {

    @Test
    void thePageEndsWhereTheNextBegins() {
        Page<String> page = Page.of(List.of("a", "b", "c"), 2, Function.identity());
        assertThat(page.items()).containsExactly("a", "b");
        assertThat(Cursor.key(page.next())).isEqualTo("b");
    }

    @Test
    void theLastPageHasNoNext() {
        assertThat(Page.of(List.of("a", "b"), 2, Function.identity()).next()).isNull();
    }

    @Test
    void whatIsNoCursorOrLimitIsRefused() {
        assertThat(Cursor.key(null)).isEmpty();
        assertThatThrownBy(() -> Cursor.key("%%%")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Cursor.limit(0)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Cursor.limit(501)).isInstanceOf(Problem.class);
    }
}
