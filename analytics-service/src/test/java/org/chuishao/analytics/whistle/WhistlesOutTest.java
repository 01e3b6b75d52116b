package org.chuishao.analytics.whistle;

import static org.awaitility.Awaitility.await;
import static org.chuishao.analytics.cockpit.Asks.SOON;
import static org.chuishao.analytics.cockpit.Asks.analyst;
import static org.chuishao.analytics.cockpit.Asks.ask;
import static org.chuishao.analytics.cockpit.Asks.unit;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.chuishao.analytics.cockpit.Lives;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.event.WhistleEvent.DepartmentArrived;
import org.chuishao.mesh.event.WhistleEvent.ObjectionDecided;
import org.chuishao.mesh.event.WhistleEvent.WhistleBlown;
import org.chuishao.mesh.event.WhistleEvent.WhistleClosed;
import org.chuishao.mesh.event.WhistleEvent.WhistleConfirmed;
import org.chuishao.mesh.event.WhistleEvent.WhistleKind;
import org.chuishao.mesh.event.WhistleEvent.WhistleSigned;
import org.chuishao.mesh.time.Ids;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class WhistlesOutTest {

    private static final String POLICE = "U-WH-POLICE";
    private static final String CARE = "U-WH-CARE";
    private static final String FIRE = "U-WH-FIRE";

    private Lives lives;

    @BeforeEach
    void open() {
        lives = new Lives();
        lives.unit(POLICE, 3, "214801");
        lives.unit(CARE, 3, "214801");
        lives.unit(FIRE, 3, "214801");
    }

    @AfterEach
    void close() {
        lives.close();
    }

    @Test
    void a_whistle_is_out_with_those_who_have_not_come_until_it_is_closed() {
        UUID ticket = lives.complains("214801001001");
        UUID whistle = blown(ticket, "214801001001");
        says(ticket, new WhistleConfirmed(whistle, true, null));
        says(ticket, new WhistleSigned(whistle, POLICE));
        says(ticket, new DepartmentArrived(whistle, POLICE, "POSITION", null));
        says(ticket, new WhistleSigned(whistle, CARE));
        says(ticket, new ObjectionDecided(whistle, FIRE, true, Lives.WORDS, null));

        await().atMost(SOON).untilAsserted(() -> ask(analyst("2148"), "/whistles-out?region=214801")
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].missing", contains(CARE + "办")));
        ask(analyst("2148"), "/whistles-out?region=214801")
                .body("items[0].whistle", is(whistle.toString()))
                .body("items[0].number", is("N-" + ticket))
                .body("items[0].kindLabel", is("执法哨"))
                .body("items[0].confirmedAt", notNullValue())
                .body("items[0].departments", hasSize(3))
                .body("items[0].departments.find { it.unit == '" + POLICE + "' }.arrivedAt", notNullValue())
                .body("items[0].departments.find { it.unit == '" + CARE + "' }.signedAt", notNullValue())
                .body("items[0].departments.find { it.unit == '" + CARE + "' }.arrivedAt", nullValue())
                .body("next", nullValue());

        says(ticket, new WhistleClosed(whistle, Lives.WORDS, "214801001001", List.of(POLICE)));
        await().atMost(SOON).untilAsserted(() -> ask(analyst("2148"), "/whistles-out?region=214801")
                .body("items", empty()));
    }

    @Test
    void one_that_was_not_confirmed_is_not_out() {
        UUID refused = lives.complains("214802001001");
        UUID whistle = blown(refused, "214802001001");
        says(refused, new WhistleConfirmed(whistle, false, Lives.WORDS));
        UUID other = blown(lives.complains("214802001001"), "214802001001");
        await().atMost(SOON).untilAsserted(() -> ask(analyst("2148"), "/whistles-out?region=214802")
                .body("items.whistle", contains(other.toString())));
    }

    @Test
    void a_scope_sees_its_own_and_a_department_those_that_call_it() {
        UUID whistle = blown(lives.complains("214803001001"), "214803001001");
        await().atMost(SOON).untilAsserted(() -> ask(analyst("214803"), "/whistles-out?region=21")
                .body("items", hasSize(1)));

        ask(analyst("214804"), "/whistles-out?region=21").statusCode(200).body("items", empty());
        ask(analyst("214804"), "/whistles-out?region=214803").statusCode(404);
        ask(unit(CARE), "/whistles-out?region=214803")
                .body("items.whistle", contains(whistle.toString()))
                .body("items[0].departments", hasSize(3));
        ask(unit("U-WH-OTHER"), "/whistles-out?region=214803").statusCode(200).body("items", empty());
        ask(analyst("21"), "/whistles-out?limit=501").statusCode(400).body("errors.field", hasItem("limit"));
    }

    private UUID blown(UUID ticket, String region) {
        UUID whistle = Ids.next();
        says(
                ticket,
                new WhistleBlown(whistle, WhistleKind.ENFORCEMENT, region, List.of(POLICE, CARE, FIRE), Lives.WORDS));
        return whistle;
    }

    private void says(UUID ticket, EventData data) {
        lives.says(ticket, Source.GRID, null, data);
    }
}
