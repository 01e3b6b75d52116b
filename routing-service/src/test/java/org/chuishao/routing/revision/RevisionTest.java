package org.chuishao.routing.revision;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.routing.log.Callers.as;
import static org.chuishao.routing.log.Callers.dispatcher;
import static org.chuishao.routing.log.Callers.ops;
import static org.chuishao.routing.log.Reference.COMMUNITY;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.routing.catalogue.CurrentRules;
import org.chuishao.routing.log.TicketOnLog;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rules as files, on the wire and in the tables. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class RevisionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CATALOGUE =
            "category,region,lead,level,assisting,copies,byItself,validFrom,validTo,basis\n";

    @Inject
    CurrentRules rules;

    @Test
    void an_imported_entry_dispatches_from_its_day_on_and_is_tried_before() {
        TicketOnLog before = TicketOnLog.accepted("工地夜间施工扰民", "凌晨还在轰鸣", Kind.COMPLAINT, COMMUNITY);
        await().atMost(PATIENCE).until(() -> before.events("ticket.dispatched"), hasSize(1));
        assertThat(lead(before)).isEqualTo("U-TERR-" + COMMUNITY);
        String file = CATALOGUE + "NOISE,210102,U-TERR-{county},,,{territory},yes," + rules.today() + ",,专项整治\n";

        send(ops(), "/api/v1/catalogue/simulations", file)
                .statusCode(200)
                .body("versions", is(1))
                .body("compared.elsewhere", greaterThan(0))
                .body("compared.moves.find { it.from == 'U-TERR-" + COMMUNITY + "' }.to", is("U-TERR-210102"))
                .body(
                        "compared.moves.find { it.from == 'U-TERR-" + COMMUNITY + "' }.examples",
                        hasItem(before.id().toString()));
        send(ops(), "/api/v1/catalogue/imports?dryRun=true", file)
                .statusCode(200)
                .body("versions", is(1));
        assertThat(rules.get().catalogue().find("NOISE", COMMUNITY, rules.today()))
                .hasValueSatisfying(it -> assertThat(it.lead()).isEqualTo("{territory}"));

        send(ops(), "/api/v1/catalogue/imports", file).statusCode(200).body("versions", is(1));
        send(ops(), "/api/v1/catalogue/imports", file)
                .statusCode(200)
                .body("versions", is(0))
                .body("unchanged", is(1));

        TicketOnLog after = TicketOnLog.accepted("工地夜间施工扰民", "凌晨还在轰鸣", Kind.COMPLAINT, COMMUNITY);
        await().atMost(PATIENCE).until(() -> after.events("ticket.dispatched"), hasSize(1));
        assertThat(lead(after)).isEqualTo("U-TERR-210102");
        LocalDate yesterday = rules.today().minusDays(1);
        as(dispatcher("21"))
                .get("/api/v1/catalogue?category=NOISE&region=210102&on=" + yesterday)
                .then()
                .body("items.lead", not(hasItem("U-TERR-{county}")));
    }

    @Test
    void a_file_with_a_wrong_line_changes_nothing() {
        String day = rules.today().toString();
        send(
                        ops(),
                        "/api/v1/catalogue/imports",
                        CATALOGUE + "NOISE,210102001,U-TERR-{county},,,,yes," + day + ",,x\n"
                                + "HEATING_OFF,210102,{territory},,,,yes," + day + ",,x\n")
                .statusCode(400)
                .body("errors.field", hasItem("lines[3]"))
                .body("errors.message", hasItem("gives a department's duty to the base level"));
        send(ops(), "/api/v1/catalogue/imports", "category,lead\n")
                .statusCode(400)
                .body("errors.field", hasItem("lines[1]"));
        send(ops(), "/api/v1/categories/imports?validFrom=tomorrow", "").statusCode(400);

        as(dispatcher("21"))
                .get("/api/v1/catalogue?category=NOISE")
                .then()
                .body("items.region", not(hasItem("210102001")));
    }

    @Test
    void only_who_keeps_the_rules_changes_them_and_only_within_his_regions() {
        String file = CATALOGUE + "NOISE,210102,U-TERR-{county},,,,yes," + rules.today() + ",,x\n";

        send(dispatcher("21"), "/api/v1/catalogue/imports", file).statusCode(403);
        send(dispatcher("21"), "/api/v1/catalogue/simulations", file).statusCode(403);
        send(Bearer.of("ops").regions("2102"), "/api/v1/catalogue/imports", file)
                .statusCode(400)
                .body("errors.message", hasItem("lies outside of your regions"));
        send(
                        Bearer.of("ops").regions("2102"),
                        "/api/v1/lines/imports",
                        "code,zh,en,zhDescription,enDescription\nNEW,新,New,新,New\n")
                .statusCode(400)
                .body("errors.message", hasItem("lies outside of your regions"));
    }

    @Test
    void the_tree_and_the_lines_are_read_and_exported() {
        as(dispatcher("21"))
                .get("/api/v1/categories/tree")
                .then()
                .statusCode(200)
                .body("items.level", everyItem(is(1)))
                .body("items[0].category.code", is("UTILITIES"))
                .body("items[0].children[0].category.code", is("HEATING_OFF"))
                .body("items[0].children[0].children.category.code", hasItem("HEATING_OFF.HEATING_PIPE_LEAKS"));
        as(dispatcher("21"))
                .get("/api/v1/lines")
                .then()
                .body("items.find { it.code == 'NATURAL_RESOURCES' }.zhDescription", containsString("规划"));
        given().auth()
                .oauth2(Mesh.shared().mint().token(dispatcher("21")))
                .accept("text/tab-separated-values")
                .get("/api/v1/categories/export")
                .then()
                .statusCode(200)
                .body(containsString("HEATING_OFF\tUTILITIES\tHEATING\t停暖不热"));
    }

    @Test
    void nobody_gives_a_complaint_to_the_manager_complained_of() {
        TicketOnLog ticket = TicketOnLog.accepted("投诉物业公司", "物业公司乱收物业费，保安打人", Kind.COMPLAINT, COMMUNITY);
        await().atMost(PATIENCE).until(() -> ticket.events("ticket.dispatched"), hasSize(1));
        assertThat(lead(ticket)).doesNotContain("PROPERTY-CO");
        assertThat(ticket.events("ticket.dispatched").get(0).path("copies").toString())
                .doesNotContain("PROPERTY-CO");

        as(dispatcher("21"))
                .body(Map.of("ticket", ticket.id(), "leadUnit", "U-PROPERTY-CO-210102", "reason", "由物业办理"))
                .post("/api/v1/dispatches")
                .then()
                .statusCode(400)
                .body("errors.message", hasItem("is complained of"));
    }

    @AfterEach
    void takeBack() throws SQLException {
        Mesh mesh = Mesh.shared();
        try (Connection owner = DriverManager.getConnection(
                        mesh.jdbcUrl("routing"), "routing_owner", mesh.secrets().password());
                Statement sql = owner.createStatement()) {
            sql.execute("alter table rule_version no force row level security");
            sql.execute("delete from rule_version");
            sql.execute("alter table rule_version force row level security");
        }
        rules.readAgain();
    }

    private static ValidatableResponse send(Bearer who, String path, String file) {
        return given().auth()
                .oauth2(Mesh.shared().mint().token(who))
                .contentType("text/csv; charset=UTF-8")
                .body(file)
                .post(path)
                .then();
    }

    private static String lead(TicketOnLog ticket) {
        return ticket.events("ticket.dispatched").get(0).path("leadUnit").asText();
    }
}
