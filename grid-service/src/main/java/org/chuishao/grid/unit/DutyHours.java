package org.chuishao.grid.unit;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.NotNull;
import java.time.LocalTime;

/** When a unit's desk is manned, in Beijing time of each day; they may pass midnight. The same twice is round the clock. */
record DutyHours(
        @NotNull @JsonFormat(pattern = "HH:mm") LocalTime from,
        @NotNull @JsonFormat(pattern = "HH:mm") LocalTime to) {

    boolean roundTheClock() {
        return from.equals(to);
    }
}
