package org.chuishao.local.replay.message;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The order that an agent takes down when a citizen says this message on the phone. */
public final class TicketBody {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("[yyyy/M/d][yyyy-M-d] H:m[:s]");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private TicketBody() {}

    public static ObjectNode of(Message message, Caller caller, Community community, String sourceNumber) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("channel", "PHONE");
        body.put("kind", kind(message.title()));
        body.put("title", message.title());
        body.put("content", message.body().isEmpty() ? message.title() : message.body());
        ObjectNode by = body.putObject("caller");
        by.put("name", caller.name()).put("phone", caller.phone());
        if (caller.id() != null) {
            by.put("id", caller.id());
        }
        if (caller.address() != null) {
            by.put("address", caller.address());
        }
        body.putObject("place").put("text", community.fullName()).put("region", community.code());
        happenedAt(message.time()).ifPresent(at -> body.put("happenedAt", at));
        body.put("sourceNumber", sourceNumber);
        return body;
    }

    static String kind(String title) {
        if (title.contains("投诉")) {
            return "COMPLAINT";
        }
        if (title.contains("举报")) {
            return "REPORT";
        }
        if (title.contains("建议")) {
            return "SUGGESTION";
        }
        return title.contains("咨询") || title.contains("请问") ? "INQUIRY" : "HELP";
    }

    private static Optional<String> happenedAt(String time) {
        try {
            return Optional.of(
                    LocalDateTime.parse(time, WRITTEN).atZone(SHANGHAI).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
