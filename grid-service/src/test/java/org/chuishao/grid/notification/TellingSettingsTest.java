package org.chuishao.grid.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.desk;
import static org.chuishao.grid.log.Callers.supervisor;
import static org.chuishao.grid.log.Callers.worker;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chuishao.grid.log.TicketOnLog;
import org.chuishao.mesh.event.Severity;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** By which ways and in which words people are told is set by the regions themselves. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
@QuarkusTestResource(value = PhoneCompany.class, restrictToAnnotatedClass = true)
class TellingSettingsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String COMMUNITY = "210112009002";
    private static final Map<String, Object> BY_TEXT =
            Map.of("channels", List.of("SMS", "VOICE"), "seconds", 120, "climbs", true);
    private static final Map<String, Object> WORDS =
            Map.of("title", "{level}来活了", "body", "{category}在{place}，{number}");

    @BeforeEach
    void allPhonesAreThere() {
        PhoneCompany.down("");
    }

    @Test
    void aRegionsOwnRuleHoldsInItAndTheProvincesElsewhere() {
        rule(supervisor(COMMUNITY), "URGENT", "HOLDER", COMMUNITY, BY_TEXT)
                .statusCode(200)
                .body("region", is(COMMUNITY))
                .body("channels", contains("SMS", "VOICE"));

        told(COMMUNITY + "101", "SMS");
        told("210112009003101", "PUSH");
        as(desk("21"))
                .get("/api/v1/notification-rules")
                .then()
                .statusCode(200)
                .body(
                        "items.findAll { it.severity == 'URGENT' && it.addressee == 'HOLDER' }.region",
                        hasItems("", COMMUNITY));
    }

    @Test
    void aRegionsOwnWordsAreSaidInItAndListedBesideTheProvinces() {
        String own = "210112009004";
        rule(supervisor(own), "URGENT", "HOLDER", own, BY_TEXT).statusCode(200);
        words(supervisor("2101"), "ASSIGNED", "SMS", own, WORDS).statusCode(200).body("title", is("{level}来活了"));
        TicketOnLog ticket = told(own + "101", "SMS");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(PhoneCompany.messages(Telling.number(ticket)))
                .extracting(it -> it.path("title").asText())
                .contains("紧急来活了"));
        as(desk("21"))
                .get("/api/v1/notification-templates")
                .then()
                .statusCode(200)
                .body("items.findAll { it.matter == 'ASSIGNED' && it.channel == 'SMS' }.region", hasItems("", own));
    }

    @Test
    void nobodySetsWhatHoldsBeyondHisScope() {
        for (String region : List.of("210103", "")) {
            rule(supervisor("210102"), "URGENT", "DESK", region, BY_TEXT).statusCode(403);
            words(supervisor("210102"), "ASSIGNED", "SMS", region, WORDS).statusCode(403);
        }
        rule(desk(COMMUNITY), "URGENT", "DESK", COMMUNITY, BY_TEXT).statusCode(403);
        words(desk(COMMUNITY), "ASSIGNED", "SMS", COMMUNITY, WORDS).statusCode(403);
    }

    @Test
    void opsSetsWhatHoldsAnywhere() {
        Bearer ops = Bearer.of("ops").regions("21");
        Map<String, Object> asItIs = Map.of("channels", List.of("PUSH", "VOICE"), "seconds", 60, "climbs", true);
        rule(ops, "CRITICAL", "ABOVE", "", asItIs).statusCode(200).body("region", is(""));
    }

    @Test
    void whatIsWrongIsNamed() {
        Bearer by = supervisor("210102");
        refused(rule(by, "ORDINARY", "DESK", "210102999", BY_TEXT), "region");
        refused(rule(by, "ORDINARY", "DESK", "2101x2", BY_TEXT), "region");
        refused(rule(by, "ORDINARY", "DESK", "210102", with("channels", List.of())), "channels");
        refused(rule(by, "ORDINARY", "DESK", "210102", with("channels", List.of("SMS", "SMS"))), "channels");
        refused(rule(by, "ORDINARY", "DESK", "210102", with("channels", List.of("FAX"))), "channels[0]");
        refused(rule(by, "ORDINARY", "DESK", "210102", with("seconds", 5)), "seconds");
        refused(rule(by, "ORDINARY", "DESK", "210102", with("quietFrom", "25:00")), "quietFrom");
        refused(rule(by, "ORDINARY", "DESK", "210102", with("quietFrom", "at night")), "quietFrom");
        refused(rule(by, "ORDINARY", "DESK", "210102", with("quietFrom", "22:00")), "quietTo");
        Map<String, Object> all = with("quietFrom", "22:00");
        all.put("quietTo", "22:00");
        refused(rule(by, "ORDINARY", "DESK", "210102", all), "quietTo");
        all.put("quietTo", "07:00");
        refused(rule(by, "CRITICAL", "DESK", "210102", all), "quietFrom");
        rule(by, "ORDINARY", "CITIZEN", "210102", BY_TEXT).statusCode(404);
        as(by).get("/api/v1/notification-rules").then().body("items.region", not(hasItem("210102")));
    }

    @Test
    void aPlaceholderThatIsNoneIsNamed() {
        Bearer by = supervisor("210102");
        refused(words(by, "ASSIGNED", "SMS", "210102", Map.of("title", "工单", "body", "{phone}请回电")), "body")
                .body("errors.message", hasItem(containsString("{phone} is none of {number}")));
        refused(words(by, "ASSIGNED", "SMS", "210102", Map.of("title", "{", "body", "{number}")), "title");
        refused(words(by, "ASSIGNED", "SMS", "210102", Map.of("title", "工单", "body", "{13912345678}")), "body")
                .body("errors.message", not(hasItem(containsString("139"))));
        refused(words(by, "ASSIGNED", "SMS", "210102", Map.of("title", " ", "body", "{number}")), "title");
        words(by, "ASSIGNED", "FAX", "210102", WORDS).statusCode(404);
        as(by).get("/api/v1/notification-templates").then().body("items.region", not(hasItem("210102")));
    }

    /** The first message of an urgent assignment, by which channel. */
    private static TicketOnLog told(String grid, String channel) {
        TicketOnLog ticket =
                TicketOnLog.accepted("停水", grid).dispatched(grid, Severity.URGENT, "U-TERR-" + grid.substring(0, 12));
        await().atMost(PATIENCE)
                .until(
                        () -> as(worker("W-" + grid + "-1"))
                                .get("/api/v1/notifications?matter=ASSIGNED&ticket=" + ticket.id())
                                .path("items.find { it.step == 1 }?.channel"),
                        is(channel));
        return ticket;
    }

    private static Map<String, Object> with(String field, Object value) {
        Map<String, Object> terms = new HashMap<>(BY_TEXT);
        terms.put(field, value);
        return terms;
    }

    private static ValidatableResponse refused(ValidatableResponse answer, String field) {
        return answer.statusCode(400).body("errors.field", hasItem(containsString(field)));
    }

    private static ValidatableResponse rule(
            Bearer by, String severity, String addressee, String region, Map<String, ?> terms) {
        return as(by).queryParam("region", region)
                .body(terms)
                .put("/api/v1/notification-rules/" + severity + "/" + addressee)
                .then();
    }

    private static ValidatableResponse words(
            Bearer by, String matter, String channel, String region, Map<String, ?> words) {
        return as(by).queryParam("region", region)
                .body(words)
                .put("/api/v1/notification-templates/" + matter + "/" + channel)
                .then();
    }
}
