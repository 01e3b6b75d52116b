package org.chuishao.grid.rules;

import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.log.Callers.as;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.LogProbe;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.chuishao.testkit.Topics;
import org.junit.jupiter.api.Test;

/** A year's notice, loaded and corrected. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class CalendarsTest {

    private static final Bearer OPS = Bearer.of("ops").regions("21");

    @Test
    void eachNoticeIsPublishedWithItsVersionAndTheSameOnceMoreIsNot() {
        load("2030-01-01..2030-01-03").statusCode(201).body("version", is("2026-1+2030.1"));
        load("2030-01-01..2030-01-03").statusCode(201).body("version", is("2026-1+2030.1"));
        load("2030-01-01..2030-01-04")
                .statusCode(201)
                .body("version", is("2026-1+2030.2"), "items.year", hasItem(2030));
        await().atMost(Duration.ofSeconds(30)).until(() -> published() == 2);
        load("2031-03-01").statusCode(400).body("errors[0].field", is("off"));
    }

    private static int published() {
        try (LogProbe log = new LogProbe(Mesh.shared().bootstrapServers())) {
            return log.read(Topics.RULES, "calendar/2030").size();
        }
    }

    private static ValidatableResponse load(String off) {
        return as(OPS).body(Map.of("year", 2030, "off", List.of(off), "work", List.of(), "source", "made up"))
                .post("/api/v1/calendars")
                .then();
    }
}
