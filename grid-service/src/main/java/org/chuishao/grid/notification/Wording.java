package org.chuishao.grid.notification;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.event.Severity;
import org.jspecify.annotations.Nullable;

/** What a template is filled with. */
public record Wording(
        @Nullable String number,
        @Nullable String category,
        @Nullable String place,
        @Nullable Instant dueAt,
        @Nullable String act,
        Severity severity,
        ZoneId zone) {

    /** What stands in a template for what is filled in. */
    public static final List<String> PLACEHOLDERS =
            List.of("{number}", "{category}", "{place}", "{limit}", "{act}", "{level}");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M月d日H:mm", Locale.CHINA);

    String fill(String template) {
        return template.replace("{number}", number == null ? "" : number)
                .replace("{category}", category == null ? "诉求" : category)
                .replace("{place}", place == null ? "辖区内" : place)
                .replace("{limit}", dueAt == null ? "尽快" : TIME.format(dueAt.atZone(zone)) + "前")
                .replace("{act}", act == null ? "办理" : Act.valueOf(act).label())
                .replace("{level}", level());
    }

    private String level() {
        return switch (severity) {
            case CRITICAL -> "特急";
            case URGENT -> "紧急";
            case INQUIRY, ORDINARY, SUGGESTION, COMPLEX, PROMISED, STATUTORY -> "";
        };
    }
}
