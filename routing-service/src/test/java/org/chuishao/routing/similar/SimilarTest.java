package org.chuishao.routing.similar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.routing.log.Callers.as;
import static org.chuishao.routing.log.Callers.dispatcher;
import static org.chuishao.routing.log.Reference.COMMUNITY;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.event.IntakeEvent.Channel;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.IntakeEvent.Merged;
import org.chuishao.mesh.event.IntakeEvent.SecrecyChanged;
import org.chuishao.mesh.event.Source;
import org.chuishao.routing.log.TicketOnLog;
import org.chuishao.routing.returns.Givers;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** Tickets about the same matter, from the log to the merge. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class SimilarTest {

    private static final String COUNTY = "210102";

    @Test
    void the_same_matter_in_other_words_is_shown_with_its_reasons_and_merged_by_the_call_that_stands_beside() {
        TicketOnLog first = complaint("枫林学院围墙倒塌，电话13912345678", "学院东侧围墙倒塌，砖头堆在便道上，学生绕行");
        TicketOnLog second = complaint("围墙倒塌没人修", "枫林学院东侧围墙倒塌三天，砖头堆在便道，无法通行");
        TicketOnLog other = complaint("流浪狗成群", "草坪上流浪狗成群追人，孩子不敢出门");
        String mine = entry(first);

        await().untilAsserted(() -> similar(second, COUNTY)
                .body("items.ticket", hasItem(first.id().toString()))
                .body("items.ticket", not(hasItem(other.id().toString())))
                .body("items.ticket", not(hasItem(second.id().toString()))));
        similar(second, COUNTY)
                .body(mine + ".title", is("枫林学院围墙倒塌，电话***"))
                .body(mine + ".place", is("SAME_COMMUNITY"))
                .body(mine + ".region", is(COMMUNITY))
                .body(mine + ".reasons[0]", startsWith("词句相近"))
                .body(mine + ".merge.path", is("/api/v1/tickets/" + second.id() + "/merges"))
                .body(mine + ".merge.body.parent", is(first.id().toString()));

        Map<String, String> body = similar(second, COUNTY).extract().path(mine + ".merge.body");
        second.write(Source.INTAKE, new Merged(UUID.fromString(body.get("parent")), Givers.sealed(body.get("ground"))));

        await().untilAsserted(() -> similar(first, COUNTY)
                .body("items.ticket", not(hasItem(second.id().toString()))));
        as(dispatcher(COUNTY))
                .get("/api/v1/dispatch-queue/" + second.id())
                .then()
                .statusCode(404);
    }

    @Test
    void nothing_beyond_the_scope_is_asked_about_or_shown() {
        TicketOnLog one = complaint("钟楼广场喷泉漏水", "广场喷泉漏水结冰，行人滑倒");
        TicketOnLog same = complaint("喷泉漏水结冰", "钟楼广场喷泉漏水，地面结冰，行人滑倒");
        await().untilAsserted(() ->
                similar(one, COUNTY).body("items.ticket", hasItem(same.id().toString())));

        as(dispatcher("210211")).get(path(one)).then().statusCode(404);
        as(Bearer.of("agent").regions(COUNTY)).get(path(one)).then().statusCode(403);
        as(dispatcher(COUNTY))
                .get("/api/v1/tickets/" + UUID.randomUUID() + "/similar")
                .then()
                .statusCode(404);
    }

    @Test
    void the_same_words_in_another_county_are_not_the_same_matter() {
        TicketOnLog one = complaint("石桥栏杆断裂", "河上石桥栏杆断裂，有人差点掉下去");
        TicketOnLog same = complaint("石桥栏杆断裂", "河上石桥栏杆断裂，有人差点掉下去");
        TicketOnLog elsewhere = TicketOnLog.accepted("石桥栏杆断裂", "河上石桥栏杆断裂，有人差点掉下去", Kind.COMPLAINT, "210211");
        await().until(() -> sketched(elsewhere));
        await().untilAsserted(() ->
                similar(one, "21").body("items.ticket", hasItem(same.id().toString())));

        similar(one, "21").body("items.ticket", not(hasItem(elsewhere.id().toString())));
    }

    @Test
    void reports_and_secret_tickets_neither_show_nor_are_shown() throws SQLException {
        TicketOnLog one = complaint("作坊排放废水", "豆腐作坊夜里排放废水，河沟发臭");
        TicketOnLog report = TicketOnLog.accepted("作坊排放废水", "豆腐作坊夜里排放废水，河沟发臭", Kind.REPORT, COMMUNITY);
        TicketOnLog secret = TicketOnLog.received(
                        "作坊排放废水", "豆腐作坊夜里排放废水，河沟发臭", Kind.COMPLAINT, Channel.PHONE, COMMUNITY, true)
                .accept();
        TicketOnLog becomesSecret = complaint("作坊排放废水", "豆腐作坊夜里排放废水，河沟发臭");
        await().untilAsserted(() -> similar(one, COUNTY)
                .body("items.ticket", hasItem(becomesSecret.id().toString())));

        becomesSecret.write(Source.INTAKE, new SecrecyChanged(true, Givers.sealed("本人要求")));

        await().untilAsserted(() -> similar(one, COUNTY).body("items", empty()));
        for (TicketOnLog hidden : new TicketOnLog[] {report, secret, becomesSecret}) {
            await().untilAsserted(() -> similar(hidden, COUNTY).body("items", empty()));
            assertThat(sketched(hidden)).isFalse();
        }
    }

    @Test
    void the_role_that_serves_requests_reads_no_sketch() throws SQLException {
        for (String table : new String[] {"ticket_sketch", "sketch_salt"}) {
            assertThat(number(
                            "routing_owner",
                            "select has_table_privilege('routing_app', '" + table + "', 'select')::int"))
                    .isZero();
        }
    }

    private static TicketOnLog complaint(String title, String content) {
        return TicketOnLog.accepted(title, content, Kind.COMPLAINT, COMMUNITY);
    }

    private static ValidatableResponse similar(TicketOnLog ticket, String scope) {
        return as(dispatcher(scope)).get(path(ticket)).then().statusCode(200);
    }

    private static String path(TicketOnLog ticket) {
        return "/api/v1/tickets/" + ticket.id() + "/similar";
    }

    private static String entry(TicketOnLog ticket) {
        return "items.find { it.ticket == '" + ticket.id() + "' }";
    }

    private static boolean sketched(TicketOnLog ticket) throws SQLException {
        return number("routing_reader", "select count(*) from ticket_sketch where ticket_id = '" + ticket.id() + "'")
                > 0;
    }

    private static int number(String role, String query) throws SQLException {
        Mesh mesh = Mesh.shared();
        try (Connection connection = DriverManager.getConnection(
                        mesh.jdbcUrl("routing"), role, mesh.secrets().password());
                Statement sql = connection.createStatement();
                ResultSet found = sql.executeQuery(query)) {
            found.next();
            return found.getInt(1);
        }
    }
}
