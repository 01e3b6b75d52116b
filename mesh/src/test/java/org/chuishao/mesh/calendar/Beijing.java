package org.chuishao.mesh.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times as people in China write them: {@code 2026-02-13 16:00}. */
final class Beijing {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private Beijing() {}

    static Instant at(String text) {
        return LocalDateTime.parse(text, TEXT).atZone(ZONE).toInstant();
    }

    static String text(Instant instant) {
        return TEXT.format(instant.atZone(ZONE));
    }

    static String text(Due due) {
        return text(due.at());
    }
}
