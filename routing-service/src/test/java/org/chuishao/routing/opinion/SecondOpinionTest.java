package org.chuishao.routing.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.routing.log.Callers.as;
import static org.chuishao.routing.log.Callers.dispatcher;
import static org.chuishao.routing.opinion.StubModel.first;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.routing.log.TicketOnLog;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against an endpoint that answers, lies, stalls, breaks off, floods and sends elsewhere. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
@TestProfile(StubProfile.class)
class SecondOpinionTest {

    private static StubModel stub;

    @BeforeAll
    static void open() throws IOException {
        stub = new StubModel(StubProfile.port());
    }

    @AfterAll
    static void close() {
        stub.close();
    }

    @Test
    void an_opinion_that_agrees_is_shown_with_what_it_rests_on_and_dispatches_nothing() {
        stub.on("咕噜咕", stub.says("{\"category\":\"WATER_OFF\",\"confidence\":0.83,\"reason\":\"停水\"}"));
        TicketOnLog ticket = Unclear.ticket("咕噜咕 停水", "停水两天");

        Unclear.opinion(ticket)
                .body("items", hasSize(1))
                .body("items[0].outcome", is("OPINION"))
                .body("items[0].host", is("127.0.0.1"))
                .body("items[0].model", is("stub-chat"))
                .body("items[0].category", is("WATER_OFF"))
                .body("items[0].categoryName", is("停水"))
                .body("items[0].expected", is("WATER_OFF"))
                .body("items[0].agrees", is(true))
                .body("items[0].confidence", is(0.83f))
                .body("items[0].reason", is("停水"))
                .body("items[0].tries", is(1))
                .body("items[0].tokens", is(77));
        stays(ticket);
    }

    @Test
    void one_that_disagrees_dispatches_nothing_either() {
        stub.on("嘟嘟囔", stub.says("{\"category\":\"WATER_SERVICE\"}"));
        TicketOnLog ticket = Unclear.ticket("嘟嘟囔 停水", "停水两天");

        Unclear.opinion(ticket)
                .body("items[0].outcome", is("OPINION"))
                .body("items[0].agrees", is(false))
                .body("items[0].confidence", nullValue());
        stays(ticket);
    }

    @Test
    void the_classifiers_first_candidate_is_what_it_is_compared_with() throws SQLException {
        stub.on("唧唧喳", stub.says("{\"category\":\"NOISE\"}"));
        TicketOnLog ticket = Unclear.ticket("唧唧喳", "想问一下");
        Unclear.opinion(ticket).body("items[0].outcome", is("INVALID"));
        // the opinion is kept before its turn ends
        await().until(() -> Unclear.isOver(ticket));
        Unclear.write(
                ticket,
                "update dispatch_queue set opinion_at = '-infinity', candidates = '[{\"label\":\"NOISE\",\"confidence\":0.4,"
                        + "\"evidence\":[]},{\"label\":\"NO_SUCH\"},7,{\"label\":8}]'");

        await().untilAsserted(() -> Unclear.opinions(ticket)
                .body("items", hasSize(2))
                .body("items[0].expected", is("NOISE"))
                .body("items[0].agrees", is(true)));
        assertThat(stub.about("唧唧喳")).last().asString().contains("NOISE\\t").doesNotContain("NO_SUCH");
        // what a newer version may write there keeps no page of the queue back
        as(dispatcher("21")).get("/api/v1/dispatch-queue?limit=500").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "哗啦甲 | {\"category\":\"NOISE\"}",
                "哗啦乙 | {\"category\":\"HEATING_ON_MARS\"}",
                "哗啦丙 | {\"category\":\"U-HEATING-CO-210102\"}",
                "哗啦丁 | {\"category\":\"WATER_OFF\"",
                "哗啦戊 | 属于停水",
                "哗啦己 | {\"category\":\"WATER_OFF\",\"confidence\":7}"
            })
    void a_lie_is_kept_and_counts_as_no_opinion(String word, String said) {
        stub.on(word, stub.says(said));
        TicketOnLog ticket = Unclear.ticket(word + " 停水", "停水两天");

        Unclear.opinion(ticket)
                .body("items[0].outcome", is("INVALID"))
                .body("items[0].category", nullValue())
                .body("items[0].agrees", nullValue());
        stays(ticket);
        assertThat(stub.about(word)).hasSize(1);
    }

    @Test
    void whoever_stalls_is_not_waited_for() {
        stub.on("呼呼甲", stub.stalls()).on("呼呼乙", stub.trickles());
        TicketOnLog silent = Unclear.ticket("呼呼甲", "想问一下");
        TicketOnLog slow = Unclear.ticket("呼呼乙", "想问一下");

        Unclear.opinion(silent).body("items[0].outcome", is("TIMEOUT"));
        Unclear.opinion(slow)
                .body("items[0].outcome", is("TIMEOUT"))
                .body("items[0].tries", is(1))
                .body("items[0].tokens", greaterThan(300));
    }

    @Test
    void an_overloaded_one_is_asked_again_when_it_says_so() {
        stub.on("滴答滴", first(stub.fails(429, "Retry-After", "1"), stub.says("{\"category\":\"OTHER\"}")));

        Unclear.opinion(Unclear.ticket("滴答滴", "想问一下"))
                .body("items[0].outcome", is("OPINION"))
                .body("items[0].tries", is(2))
                .body("items[0].millis", greaterThan(900));
    }

    @Test
    void one_that_wants_to_be_left_alone_for_long_is() {
        stub.on("咚咚甲", stub.fails(429, "Retry-After", "3600"));

        Unclear.opinion(Unclear.ticket("咚咚甲", "想问一下"))
                .body("items[0].outcome", is("AWAY"))
                .body("items[0].tries", is(1));
    }

    @Test
    void a_flood_is_not_read_to_its_end() {
        stub.on("隆隆隆", stub.floods());

        Unclear.opinion(Unclear.ticket("隆隆隆", "想问一下")).body("items[0].outcome", is("INVALID"));
    }

    @Test
    void nobody_is_sent_elsewhere() {
        String elsewhere = "http://127.0.0.1:" + StubProfile.port() + "/elsewhere";
        stub.on("嗖嗖嗖", stub.fails(307, "Location", elsewhere));

        Unclear.opinion(Unclear.ticket("嗖嗖嗖", "想问一下")).body("items[0].outcome", is("REFUSED"));
        assertThat(stub.about("嗖嗖嗖")).hasSize(1);
    }

    @Test
    void no_number_that_leads_to_a_person_reaches_it() {
        Unclear.opinion(
                Unclear.ticket("嘀嘀咕 电话13912345678", "我叫张三丰，身份证210102199001011234，车牌辽A12345，座机024-23456789，住三单元五楼502室"));

        assertThat(stub.about("嘀嘀咕"))
                .singleElement()
                .asString()
                .doesNotContain("139", "2101021990", "A12345", "23456789", "张三丰", "502", "三单元");
    }

    @Test
    void a_report_a_secret_ticket_and_a_safety_matter_are_never_sent() {
        TicketOnLog report = Unclear.report("咔嚓嚓 举报");
        TicketOnLog secret = Unclear.secret("咔嚓嚓 保密");
        TicketOnLog safety = Unclear.ticket("咔嚓嚓 有人扬言", "想问一下");

        // two that came later have been answered: the pass that could have taken the others is over
        Unclear.opinion(Unclear.ticket("咯吱一", "想问一下"));
        Unclear.opinion(Unclear.ticket("咯吱二", "想问一下"));

        assertThat(stub.about("咔嚓嚓")).isEmpty();
        Unclear.opinions(report).body("items", hasSize(0));
        Unclear.opinions(secret).body("items", hasSize(0));
        Unclear.opinions(safety).body("items", hasSize(0));
    }

    @Test
    void what_becomes_secret_meanwhile_is_not_sent_again() {
        TicketOnLog[] ticket = new TicketOnLog[1];
        stub.on("噼啪噼", (exchange, nth) -> {
            try {
                Unclear.write(ticket[0], "update routing_ticket set secret = true");
            } catch (SQLException e) {
                throw new IOException(e);
            }
            stub.fails(429, "Retry-After", "1").answer(exchange, nth);
        });
        ticket[0] = TicketOnLog.accepted("噼啪噼", "想问一下", Kind.COMPLAINT, "2101");

        Unclear.opinion(ticket[0]).body("items[0].outcome", is("AWAY")).body("items[0].tries", is(1));
        assertThat(stub.about("噼啪噼")).hasSize(1);
    }

    @Test
    void only_a_dispatcher_in_scope_reads_them() {
        TicketOnLog ticket = Unclear.ticket("哐当哐", "想问一下");
        String path = "/api/v1/tickets/" + ticket.id() + "/opinions";

        as(dispatcher("2102")).get(path).then().statusCode(404);
        as(dispatcher("21")).get(path).then().statusCode(200);
        as(Bearer.of("analyst").regions("21")).get(path).then().statusCode(403);
        as(dispatcher("21"))
                .get("/api/v1/tickets/" + UUID.randomUUID() + "/opinions")
                .then()
                .statusCode(404);
    }

    @Test
    void it_is_counted() {
        Unclear.opinion(Unclear.ticket("叮铃铃", "想问一下"));

        as(dispatcher("21"))
                .accept("text/plain")
                .get("/q/metrics")
                .then()
                .body(containsString("chuishao_opinion_asked_total"));
    }

    private static void stays(TicketOnLog ticket) {
        as(dispatcher("2101"))
                .get("/api/v1/dispatch-queue?limit=500")
                .then()
                .body("items.ticket", hasItem(ticket.id().toString()));
        assertThat(ticket.events("ticket.dispatched")).isEmpty();
    }
}
