package org.chuishao.grid.member;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class MembersTest {

    private static final String GRID = "210102001002102";
    private static final String COMMUNITY = "210102001002";

    /** A community whose workers have nothing in hand. */
    private static final String UNTOUCHED = "210102002001";

    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

    @Inject
    Placement placement;

    @Inject
    @ReactiveDataSource("reader")
    Pool reader;

    @Test
    void aGridHasSeveralPeopleEachInARole() {
        given(supervisor("2101"))
                .get("/api/v1/grids/" + GRID + "/members")
                .then()
                .statusCode(200)
                .body("items", hasSize(9))
                .body("items.role", hasItems("FULL_TIME_WORKER", "GRID_CHIEF", "POLICE", "GAS_FITTER"))
                .body("items.title", hasItems("专职网格员", "网格长"))
                .body("items.synthetic", everyItem(is(true)));
    }

    @Test
    void whoIsOutOfScopeSeesNobody() {
        given(supervisor("2102"))
                .get("/api/v1/grids/" + GRID + "/members")
                .then()
                .statusCode(404);
        given(supervisor("2102")).get("/api/v1/workers/W-" + GRID + "-1").then().statusCode(404);
        given(supervisor("2102")).get("/api/v1/workers?region=2101").then().body("items", empty());
        given(as(Bearer.of("supervisor"))).get("/api/v1/workers").then().body("items", empty());
        given(as(Bearer.of("citizen"))).get("/api/v1/workers").then().statusCode(403);
    }

    @Test
    void aWorkerSeesHimselfAndAUnitItsPeople() {
        String self = "W-" + GRID + "-1";
        given(as(Bearer.of("grid-worker").worker(self)))
                .get("/api/v1/workers")
                .then()
                .body("items.id", is(List.of(self)));
        given(as(Bearer.of("unit").unit("U-HEATING-CO-210102")))
                .get("/api/v1/workers?limit=500")
                .then()
                .body("items.id", everyItem(startsWith("W-210102")))
                .body("items.unit", everyItem(is("U-HEATING-CO-210102")));
    }

    @Test
    void aRoleInAGridResolvesToItsHolder() {
        Holder holder = resolve(request(GRID, MemberRole.FULL_TIME_WORKER)).orElseThrow();
        assertThat(holder)
                .isEqualTo(new Holder(
                        GRID, "W-" + GRID + "-1", MemberRole.FULL_TIME_WORKER, "U-TERR-" + COMMUNITY, "the holder"));
    }

    @Test
    void inACommunityTheSameSeedDrawsTheSameGridAndManySeedsAllGrids() {
        PlacementRequest request = request(UNTOUCHED, MemberRole.FULL_TIME_WORKER);
        Holder holder = resolve(request).orElseThrow();
        assertThat(holder.reason()).isEqualTo("drawn by the ticket's id among 3 holders");
        assertThat(resolve(request)).contains(holder);
        List<PlacementRequest> many = IntStream.range(0, 60)
                .mapToObj(i -> request(UNTOUCHED, MemberRole.FULL_TIME_WORKER))
                .toList();
        assertThat(resolve(many).values().stream().map(Holder::place).distinct())
                .hasSize(3);
    }

    @Test
    void aTownOrAnUnheldRoleHasNoHolder() {
        assertThat(resolve(request("210102001", MemberRole.FULL_TIME_WORKER))).isEmpty();
        assertThat(resolve(request(GRID, MemberRole.DOCTOR))).isEmpty();
        assertThat(resolve(request("210102001999", MemberRole.POLICE))).isEmpty();
    }

    @Test
    void aGridThatIsUnknownIsAskedOfItsCommunity() {
        Holder holder =
                resolve(request(COMMUNITY + "177", MemberRole.HEATING_FITTER)).orElseThrow();
        assertThat(holder.workerId()).isEqualTo("W-" + COMMUNITY + "-HEATING");
        assertThat(holder.unit()).isEqualTo("U-HEATING-CO-210102");
        assertThat(holder.reason()).startsWith("the grid has ended");
    }

    private Optional<Holder> resolve(PlacementRequest request) {
        return Optional.ofNullable(resolve(List.of(request)).get(request.key()));
    }

    private Map<UUID, Holder> resolve(List<PlacementRequest> requests) {
        return reader.withConnection(sql -> placement.resolve(sql, requests))
                .await()
                .atMost(Duration.ofSeconds(30));
    }

    private static PlacementRequest request(String region, MemberRole role) {
        return PlacementRequest.ofRole(UUID.randomUUID(), region, role, NOW, UUID.randomUUID());
    }

    private static RequestSpecification supervisor(String region) {
        return as(Bearer.of("supervisor").regions(region));
    }

    private static RequestSpecification as(Bearer bearer) {
        return given().auth().oauth2(Mesh.shared().mint().token(bearer));
    }
}
