package org.chuishao.analytics.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.analytics.cockpit.Asks.SOON;
import static org.chuishao.analytics.cockpit.Asks.analyst;
import static org.chuishao.analytics.cockpit.Asks.ask;
import static org.chuishao.analytics.cockpit.Asks.unit;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.chuishao.analytics.cockpit.Lives;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentResolved;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentSigned;
import org.chuishao.mesh.event.AssignmentEvent.TicketEscalated;
import org.chuishao.mesh.event.DeadlineEvent.DeadlineArmed;
import org.chuishao.mesh.event.DeadlineEvent.DeadlineMissed;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.IntakeEvent.TicketAccepted;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.time.Ids;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class CourseTest {

    private static final String TOWN = "U-CO-TOWN";
    private static final String COUNTY = "U-CO-COUNTY";

    private Lives lives;

    @BeforeEach
    void open() {
        lives = new Lives();
        lives.unit(TOWN, 4, "214901001");
        lives.unit(COUNTY, 3, "214901");
    }

    @AfterEach
    void close() {
        lives.close();
    }

    @Test
    void a_ticket_is_shown_from_its_coming_to_its_result_with_its_clocks() {
        UUID ticket = lives.complains("214901001001");
        Lives.Part part = lives.dispatched(ticket, TOWN, "214901001001", null);
        Instant due = lives.now().minusSeconds(30);
        UUID sign = Ids.next();
        UUID resolve = Ids.next();
        lives.says(
                part,
                new DeadlineArmed(
                        sign,
                        "SIGN",
                        due,
                        "test",
                        List.of(new DeadlineArmed.Also(resolve, "RESOLVE", due.plusSeconds(3600), "test"))));
        lives.says(part, new DeadlineMissed(sign, "SIGN", due));
        lives.says(part, new TicketEscalated(TOWN, COUNTY, "UNSIGNED_TO_THE_LAST"));
        lives.says(part, new AssignmentSigned());
        lives.says(part, new AssignmentResolved(true, Lives.WORDS, List.of()));
        lives.says(ticket, Source.INTAKE, null, new TicketAccepted("214901001001"));

        await().atMost(SOON).untilAsserted(() -> ask(analyst("2149"), "/courses/" + ticket)
                .statusCode(200)
                .body("nodes", hasSize(10)));
        String at = ask(analyst("2149"), "/courses/" + ticket)
                .body("number", is("N-" + ticket))
                .body("stateLabel", is("待审核"))
                .body("channel", is("PHONE"))
                .body("nodes.label", contains("来件", "受理", "分类", "派单", "交办", "超时", "升级", "签收", "报结", "受理"))
                .body("nodes[3].unitName", is(TOWN + "办"))
                .body("nodes[6].level", is("COUNTY"))
                .body("nodes[6].unit", is(COUNTY))
                .body("nodes[8].late", is(false))
                .body("nodes[9].late", is(true))
                .body("clocks.act", contains("SIGN", "RESOLVE"))
                .body("clocks.actLabel", contains("签收", "办结"))
                .body("clocks.state", contains("MISSED", "MET"))
                .body("clocks[0].unit", is(TOWN))
                .body("clocks[0].lead", is(true))
                .body("at", startsWith("20"))
                .extract()
                .path("clocks[0].startedAt");
        assertThat(OffsetDateTime.parse(at).toInstant()).isEqualTo(lives.now());
    }

    @Test
    void it_is_shown_to_whose_it_is_and_to_nobody_else() {
        UUID ticket = lives.complains("214902001001");
        lives.dispatched(ticket, TOWN, "214902001001", null);
        await().atMost(SOON)
                .untilAsserted(() ->
                        ask(unit(TOWN), "/courses/" + ticket).statusCode(200).body("nodes", hasSize(5)));

        ask(analyst("214902"), "/courses/" + ticket).statusCode(200);
        ask(analyst("214903"), "/courses/" + ticket).statusCode(404);
        ask(unit("U-CO-OTHER"), "/courses/" + ticket).statusCode(404);
        ask(analyst("21"), "/courses/" + UUID.randomUUID()).statusCode(404);
    }

    @Test
    void it_is_found_by_its_whole_number_by_whom_it_is_shown_to() {
        UUID ticket = lives.complains("214905001001");
        lives.dispatched(ticket, TOWN, "214905001001", null);
        String number = "/courses?number=N-" + ticket;
        await().atMost(SOON)
                .untilAsserted(() -> ask(unit(TOWN), number).statusCode(200).body("ticket", is(ticket.toString())));

        ask(analyst("214905"), number).statusCode(200);
        ask(analyst("214906"), number).statusCode(404).body("detail", is("There is no such ticket."));
        ask(unit("U-CO-OTHER"), number).statusCode(404);
        ask(Bearer.of("citizen").citizen("C-1"), number).statusCode(403);
        ask(analyst("214905"), number.substring(0, number.length() - 1)).statusCode(404);
        ask(analyst("214905"), "/courses?number=N-%25").statusCode(400).body("errors.field", contains("number"));
        ask(analyst("214905"), "/courses").statusCode(400);
    }

    @Test
    void of_a_report_and_of_a_secret_ticket_no_number_is_known() {
        for (UUID hidden : List.of(
                lives.complains("214907001001", Kind.REPORT, false),
                lives.complains("214907001001", Kind.COMPLAINT, true))) {
            await().atMost(SOON).untilAsserted(() -> ask(analyst("2149"), "/courses/" + hidden)
                    .statusCode(200));
            ask(analyst("2149"), "/courses?number=N-" + hidden)
                    .statusCode(404)
                    .body("detail", is("There is no such ticket."));
        }
    }

    @Test
    void of_a_secret_ticket_neither_number_nor_category_is_shown() {
        UUID ticket = lives.complains("214904001001", Kind.COMPLAINT, true);
        await().atMost(SOON).untilAsserted(() -> ask(analyst("2149"), "/courses/" + ticket)
                .statusCode(200)
                .body("nodes", hasSize(3))
                .body("number", nullValue())
                .body("category", nullValue()));
    }
}
