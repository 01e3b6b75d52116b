package org.chuishao.analytics.warning.weather;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A weather warning of a day, as the weather service gives it. */
@Schema(name = "WeatherAlert", description = "A weather warning of a day, as the weather service gives it")
record WeatherAlert(
        @Schema(required = true) @NotNull Kind kind,

        @Schema(description = "Blue, yellow, orange or red, as published", required = true) @NotNull
        Level level) {

    /** 寒潮 暴雨 暴雪 高温 大风. */
    enum Kind {
        COLD_WAVE,
        HEAVY_RAIN,
        SNOW,
        HEAT,
        WIND
    }

    /** 蓝 黄 橙 红. */
    enum Level {
        BLUE,
        YELLOW,
        ORANGE,
        RED
    }
}
