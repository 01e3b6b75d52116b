package org.chuishao.mesh.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The calendar in the product's resources: {@code calendar.json}, and the notice of each year that it names. */
final class CalendarFile {

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build()
            .reader();

    private CalendarFile() {}

    /** @param hours such as {@code 08:30-12:00} */
    record Head(String version, String zone, List<String> hours, List<Integer> years) {}

    /** @param off days or ranges, as {@link CalendarYear#of} takes them */
    record Notice(int year, String source, List<String> off, List<String> work) {}

    static WorkCalendar shipped() {
        Head head = read("calendar.json", Head.class);
        Map<Integer, CalendarYear> years = new LinkedHashMap<>();
        for (int number : head.years()) {
            years.put(number, year("calendar-" + number + ".json"));
        }
        try {
            List<Shift> hours = head.hours().stream().map(Shift::parse).toList();
            return new WorkCalendar(head.version(), ZoneId.of(head.zone()), hours, years);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalStateException("calendar.json: " + e.getMessage(), e);
        }
    }

    private static CalendarYear year(String file) {
        Notice notice = read(file, Notice.class);
        try {
            return CalendarYear.of(notice.year(), notice.off(), notice.work(), notice.source());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(file + ": " + e.getMessage(), e);
        }
    }

    private static <T> T read(String file, Class<T> type) {
        try {
            return JSON.forType(type).readValue(ShippedRules.text(file));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(file + ": " + e.getOriginalMessage(), e);
        }
    }
}
