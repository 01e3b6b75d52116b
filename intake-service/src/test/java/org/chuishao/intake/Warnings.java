package org.chuishao.intake;

import static org.awaitility.Awaitility.await;
import static org.chuishao.intake.Intake.AGENT;
import static org.chuishao.intake.Intake.COMMUNITY;
import static org.chuishao.intake.Intake.LOG;
import static org.chuishao.intake.Intake.PATIENCE;
import static org.chuishao.intake.Intake.TICKETS;
import static org.chuishao.intake.Intake.as;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chuishao.mesh.time.Ids;

/** What analytics says of warnings, on {@code governance-warnings}. */
final class Warnings {

    static final String TOPIC = "governance-warnings";

    /** What it writes for people: free of anybody's name. */
    static final String TITLE = "第二社区多户停暖";

    private static final String SAID = """
            {"rule":"CLUSTER","level":"ORANGE","state":"CONFIRMED","region":"%s","category":"HEATING_OFF","network":null,
            "at":"2026-11-30T08:00:00Z","tickets":5,"people":5,"incident":"%s","ticket":"%s","title":"%s",
            "content":"24小时内5人反映室温不达标","joins":[%s],"addedLater":{"deep":1}}""";

    private Warnings() {}

    /** That a person has confirmed one, or more of it since. */
    static void confirmed(UUID ticket, UUID... joins) {
        said(Ids.next(), "judged", value(ticket, joins));
    }

    static String value(UUID ticket, UUID... joins) {
        String list =
                Arrays.stream(joins).map(join -> '"' + join.toString() + '"').collect(Collectors.joining(","));
        return SAID.formatted(COMMUNITY, ticket, ticket, TITLE, list);
    }

    static String noting(UUID ticket, String note) {
        return value(ticket).replaceFirst("\\{", "{\"note\":\"" + note + "\",");
    }

    /** One message; of the same id, the same one delivered again. */
    static void said(UUID event, String type, String value) {
        Map<String, String> headers = Map.of(
                "ce_id",
                event.toString(),
                "ce_type",
                "org.chuishao.warning." + type + ".v1",
                "ce_source",
                "/chuishao/analytics",
                "ce_subject",
                "01a2100b-99aa-7011-9384-54127b096493",
                "ce_time",
                Instant.now().toString());
        LOG.write(TOPIC, COMMUNITY, headers, value);
    }

    static void awaitTicket(UUID ticket) {
        await().atMost(PATIENCE)
                .until(() ->
                        as(AGENT).get(TICKETS + "/" + ticket).then().extract().statusCode() == 200);
    }

    /** Until all that was said before has been taken up: messages of one region come in their order. */
    static void awaitTakenUp() {
        UUID marker = Ids.next();
        confirmed(marker);
        awaitTicket(marker);
    }
}
