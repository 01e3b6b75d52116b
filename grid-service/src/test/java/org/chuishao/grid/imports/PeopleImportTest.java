package org.chuishao.grid.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.supervisor;
import static org.chuishao.grid.log.Callers.token;
import static org.chuishao.grid.log.Callers.worker;
import static org.chuishao.grid.log.GridTables.insertAsSuperuser;
import static org.chuishao.grid.log.GridTables.text;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.event.Severity;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.LogProbe;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** Units and people come by files: all of it or nothing, and the same file again changes nothing. 铁岭 is theirs. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class PeopleImportTest {

    private static final Bearer OPS = Bearer.of("ops").regions("2112");
    private static final String UNITS = "id,name,kind,line,region,superior\n";
    private static final String PEOPLE = "id,name,unit,region,grid,role,line,backup,validFrom,validTo\n";

    @Test
    void aNewCommunityGetsItsOfficeAndItsPeopleAndIsDispatchedTo() {
        String town = town();
        String community = town + "399";
        given().auth()
                .oauth2(token(OPS))
                .contentType("text/csv; charset=UTF-8")
                .body("code,name,kind,households\n" + community + ",新村社区,,\n" + community + "101,一网格,BASE,300\n")
                .post("/api/v1/regions/imports")
                .then()
                .statusCode(200);
        String unit = UNITS + "U-TERR-" + community + ",新村社区居民委员会,COMMUNITY,," + community + ",U-TERR-" + town + "\n";
        send("units", unit, true).statusCode(200).body("dryRun", is(true)).body("added", is(1));
        as(OPS).get("/api/v1/units/U-TERR-" + community).then().statusCode(404);
        send("units", unit, false).statusCode(200).body("added", is(1)).body("unchanged", is(0));
        send("units", unit, false).body("added", is(0)).body("unchanged", is(1));
        send("units", unit.replace("新村社区居", "新村居"), false).body("changed", is(1));

        String grid = community + "101";
        String people = PEOPLE + line("W-NEW-1", community, grid, "FULL_TIME_WORKER", "")
                + line("W-NEW-1", community, grid, "VOLUNTEER", "")
                + "W-NEW-2,值班员,U-TERR-" + community + "," + community + ",,,,,,\n";
        send("workers", people, true)
                .statusCode(200)
                .body("workers.added", is(2))
                .body("memberships.added", is(2));
        as(OPS).get("/api/v1/workers/W-NEW-1").then().statusCode(404);
        send("workers", people, false).statusCode(200).body("memberships.added", is(2));
        send("workers", people, false)
                .body("workers.unchanged", is(2))
                .body("memberships.unchanged", is(2))
                .body("memberships.added", is(0));

        TicketOnLog ticket =
                TicketOnLog.accepted("路灯不亮", grid).dispatched(grid, Severity.ORDINARY, "U-TERR-" + community);
        String path = "/api/v1/assignments?ticket=" + ticket.id();
        await().until(() -> as(worker("W-NEW-1")).get(path).path("items.size()"), is(1));

        String ended = PEOPLE
                + line(
                        "W-NEW-1",
                        community,
                        grid,
                        "FULL_TIME_WORKER",
                        Instant.now().toString())
                + line("W-NEW-1", community, grid, "VOLUNTEER", Instant.now().toString());
        send("workers", ended, false).statusCode(200).body("memberships.ended", is(2));
        as(worker("W-NEW-1")).get(path).then().body("items.size()", is(0));
        await().until(() -> ticket.events("assignment.reassigned").size(), is(1));
    }

    @Test
    void aFileOfRolesDoesNotBringBackWhoHasLeft() {
        String community = as(OPS).get("/api/v1/regions?level=5&within=2112").path("items[0].code");
        String worker = "W-" + community + "101-1";
        String region = text("select region from worker where id = ?", worker);
        insertAsSuperuser("update worker set valid_to = now() where id = ?", worker);
        try {
            String role = PEOPLE + worker + ",甲," + text("select unit from worker where id = ?", worker) + "," + region
                    + "," + community + "101,VOLUNTEER,,,,\n";
            send("workers", role, false).statusCode(200);
            assertThat(text("select (valid_to is not null)::text from worker where id = ?", worker))
                    .isEqualTo("true");
            await().atMost(Duration.ofSeconds(60))
                    .until(
                            () -> text(
                                    "select count(*)::text from membership where worker = ? and not handed_on", worker),
                            is("0"));
        } finally {
            insertAsSuperuser("update worker set valid_to = null where id = ?", worker);
        }
    }

    @Test
    void whatIsExportedIsImportedAgainAndNothingChanges() {
        String town = town();
        String units = export(town, "units");
        assertThat(units).startsWith("id,name,kind,line,region,superior,validFrom,validTo\nU-TERR-" + town + ",");
        send("units", units, false).statusCode(200).body("added", is(0)).body("changed", is(0));
        send("units", export(town, "units"), false).body("replaced", is(0)).body("changed", is(0));
        String people = export(town, "workers");
        int lines = (int) people.lines().count() - 1;
        assertThat(lines).isGreaterThan(3);
        send("workers", people, false)
                .statusCode(200)
                .body("rows", is(lines))
                .body("memberships.unchanged", is(lines))
                .body("workers.added", is(0));
        send("workers", export(town, "workers"), false)
                .body("workers.replaced", is(0))
                .body("workers.changed", is(0));
        as(supervisor("2102"))
                .get("/api/v1/regions/" + town + "/people/workers")
                .then()
                .statusCode(404);
    }

    @Test
    void oneWrongLineAndNothingIsKept() {
        String region = "211282";
        String right = "U-TEST-RIGHT,对,DEPARTMENT,," + region + ",\n";
        send("units", UNITS + right + "U-TEST-WRONG,错,OFFICE,,211299,U-NONE\n", false)
                .statusCode(400)
                .body("errors.field", contains("lines[3].kind"));
        send("units", UNITS + right + "U-TEST-WRONG,错,COMPANY,,211299,U-NONE\n", false)
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("lines[3].region", "lines[3].superior"));
        send("units", UNITS + right + "U-TERR-" + region + "X,错,COUNTY_DESK,GAS," + region + ",\n", false)
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("lines[3].id", "lines[3].line"));
        send(
                        "units",
                        UNITS + right + "U-TEST-A,甲,DEPARTMENT,," + region + ",U-TEST-B\nU-TEST-B,乙,DEPARTMENT,,"
                                + region + ",U-TEST-A\n",
                        false)
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("lines[3].superior", "lines[4].superior"));
        as(OPS).get("/api/v1/units/U-TEST-RIGHT").then().statusCode(404);

        String town = town();
        send(
                        "workers",
                        PEOPLE + line("W-TEST-1", town, "", "", "") + "W-TEST-2,某岗,U-NONE," + town
                                + ",211299001001101,MAYOR,,,,\n",
                        false)
                .statusCode(400)
                .body("errors.field", contains("lines[3].role"));
        send(
                        "workers",
                        PEOPLE + line("W-TEST-1", town, "", "", "") + "W-TEST-2,某岗,U-NONE," + town
                                + ",211299001001101,POLICE,,,,\n",
                        false)
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("lines[3].unit", "lines[3].grid"));
        send("workers", PEOPLE + line("W-210102001002101-1", town, "", "", ""), false)
                .statusCode(400)
                .body("errors.field", contains("lines[2].id"));
        as(OPS).get("/api/v1/workers/W-TEST-1").then().statusCode(404);
        send("units", "id;name\n", false).statusCode(400).body("errors.field", contains("lines[1]"));
    }

    @Test
    void nobodyImportsOutsideOfHisRegions() {
        String file = UNITS + "U-TEST-FAR,远,DEPARTMENT,,210102,\n";
        send("units", file, false).statusCode(400).body("errors.field", contains("lines[2].region"));
        given().auth()
                .oauth2(token(Bearer.of("dispatcher").regions("21")))
                .contentType("text/csv")
                .body(file)
                .post("/api/v1/units/imports")
                .then()
                .statusCode(403);
        String taken = UNITS + "U-HEATING-CO-210102,我的,COMPANY,HEATING,211282,\n";
        send("units", taken, false).statusCode(400).body("errors.field", contains("lines[2].id"));
    }

    @Test
    void aUnitThatHasEndedIsTakenOffTheTopic() {
        String unit = "U-TEST-SHORT,短,DEPARTMENT,,211282,";
        send("units", UNITS + unit + "\n", false).statusCode(200);
        send("units", "id,name,kind,line,region,superior,validTo\n" + unit + "," + Instant.now() + "\n", false)
                .statusCode(200)
                .body("changed", is(1));
        LogProbe log = new LogProbe(Mesh.shared().bootstrapServers());
        await().untilAsserted(() -> {
            List<LogProbe.Found> said = log.read("units", "U-TEST-SHORT");
            assertThat(said).isNotEmpty();
            assertThat(said.get(said.size() - 1).value()).isNull();
        });
        as(OPS).get("/api/v1/units?region=211282").then().body("items.id", not(hasItem("U-TEST-SHORT")));
        as(OPS).get("/api/v1/units/U-TEST-SHORT").then().statusCode(200);
    }

    private static String line(String id, String region, String grid, String role, String validTo) {
        return id + ",网格员,U-TERR-" + region + "," + region + "," + grid + "," + role + ",,,," + validTo + "\n";
    }

    private static String town() {
        return as(OPS).get("/api/v1/regions?level=4&within=211282").path("items[0].code");
    }

    private static String export(String region, String what) {
        return given().auth()
                .oauth2(token(OPS))
                .get("/api/v1/regions/" + region + "/people/" + what)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static ValidatableResponse send(String what, String file, boolean dryRun) {
        return given().auth()
                .oauth2(token(OPS))
                .contentType("text/csv; charset=UTF-8")
                .body(file)
                .queryParam("dryRun", dryRun)
                .post("/api/v1/" + what + "/imports")
                .then();
    }
}
