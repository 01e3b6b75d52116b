package org.chuishao.mesh.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.chuishao.mesh.event.AssignmentEvent.ExtensionGranted;
import org.chuishao.mesh.event.IntakeEvent.CalledBack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonTest {

    @Test
    void times_are_iso_and_nothing_is_written_for_null() {
        assertThat(EventJson.write(new ExtensionGranted(Instant.parse("2026-11-23T00:10:00Z"), "w7")))
                .isEqualTo("{\"until\":\"2026-11-23T00:10:00Z\",\"grantedBy\":\"w7\"}");
        assertThat(EventJson.write(new CalledBack(1, false, null, null, null, null)))
                .isEqualTo("{\"attempt\":1,\"reached\":false}");
    }

    @Test
    void a_time_with_an_offset_is_the_same_instant() {
        assertThat(EventJson.read(
                        EventType.EXTENSION_GRANTED, "{\"until\":\"2026-11-23T08:10:00+08:00\",\"grantedBy\":\"w7\"}"))
                .isEqualTo(new ExtensionGranted(Instant.parse("2026-11-23T00:10:00Z"), "w7"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "13812345678",
                "{\"ground\":\"13812345678\"}",
                "{\"ground\":1}",
                "{\"ground\":null}",
                "{}",
                "{\"ground\":\"SOLVED\"} trailing"
            })
    void what_cannot_be_read_is_refused_without_repeating_it(String json) {
        assertThatThrownBy(() -> EventJson.read(EventType.CLOSED, json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ticket.closed")
                .hasMessageNotContaining("13812345678")
                .hasNoCause();
    }

    @Test
    void a_fault_is_named_by_its_path() {
        String json = EventJson.write(new AssignmentEvent.GridReported(
                        new Sealed("k1.AAAA"),
                        new Sealed("k1.AAAA"),
                        new Place(null, "210102", 123.4, 41.8, Place.Crs.WGS84),
                        "210102001002101",
                        List.of(),
                        false))
                .replace("WGS84", "MARS");
        assertThatThrownBy(() -> EventJson.read(EventType.GRID_REPORTED, json))
                .hasMessage("grid.reported cannot be read at \"place.crs\"");
    }
}
