package org.chuishao.mesh.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The picture for people shows the ways that the table knows, no more and no fewer. */
class StatesPictureTest {

    private static final Path PICTURE = Path.of("TICKET-STATES.md");

    @Test
    void the_picture_shows_every_way_of_the_table() throws IOException {
        assertThat(Files.readString(PICTURE)).contains(drawn());
    }

    /** Ways between the same two states share an arrow. Withdrawal leads out of each state that is not settled, and is said in words. */
    private static String drawn() {
        StringBuilder picture = new StringBuilder("```mermaid\nstateDiagram-v2\n");
        for (State state : Tickets.STATES) {
            if (state != State.UNSEEN) {
                picture.append("    %s: %s %s%n".formatted(state, state, state.label()));
            }
        }
        ways().forEach((way, events) -> picture.append("    %s: %s%n".formatted(way, String.join(", ", events))));
        return picture.append("```\n").toString();
    }

    private static Map<String, Set<String>> ways() {
        Map<String, Set<String>> ways = new LinkedHashMap<>();
        for (State from : Tickets.STATES) {
            for (EveryStateAndEventTest.Row row : EveryStateAndEventTest.ROWS) {
                String cell = row.in(from);
                if (!cell.equals("-") && !cell.equals("=") && Tickets.of(cell) != State.WITHDRAWN) {
                    String way = (from == State.UNSEEN ? "[*]" : from.name()) + " --> " + Tickets.of(cell);
                    ways.computeIfAbsent(way, key -> new TreeSet<>())
                            .add(row.type().shortName());
                }
            }
        }
        return ways;
    }
}
