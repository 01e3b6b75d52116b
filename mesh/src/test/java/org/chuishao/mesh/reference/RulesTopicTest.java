package org.chuishao.mesh.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.calendar.ClockRules;
import org.chuishao.mesh.calendar.WorkCalendar;
import org.chuishao.mesh.clock.KeptRules;
import org.chuishao.mesh.clock.Rulebook;
import org.chuishao.mesh.event.Severity;
import org.chuishao.testkit.LogProbe;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.Topics;
import org.junit.jupiter.api.Test;

/** What a service knows of calendars and clock rules, as it reads the topic. */
class RulesTopicTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String RULE = """
            {"id":"sign","act":"SIGN","level":"URGENT","region":"2101","versions":[
             {"version":"1","limit":"30min","start":"AT_ONCE","stops":false,"validFrom":"2024-01-01","validTo":"2026-12-01",
              "recounts":false,"source":"test"},
             {"version":"2","limit":"%s","start":"AT_ONCE","stops":false,"validFrom":"2026-12-01","recounts":true,
              "source":"test","laterField":1}]}""";

    private final Rulebook rulebook = new Rulebook();

    @Test
    void theRulesAreTakenAtTheEndOfTheTopicAndEachChangeAtOnce() throws InterruptedException {
        String kafka = Mesh.shared().bootstrapServers();
        Topics.create(kafka);
        RulesCopy kept = KeptRules.in(rulebook);
        CompactedTopic<JsonNode> topic =
                new CompactedTopic<>(Topics.RULES, JsonNode.class, kept::put, kept::complete, "end", kafka);
        Thread reading = new Thread(topic, "reading");
        reading.start();
        try (LogProbe log = new LogProbe(kafka)) {
            log.write(Topics.RULES, "calendar/2027", Map.of(), """
                    {"year":2027,"version":2,"off":["2027-01-01"],"work":[],"source":"test"}""");
            log.write(Topics.RULES, "rule/sign", Map.of(), RULE.formatted("20min"));
            log.write(Topics.RULES, "rule/broken", Map.of(), "{\"id\":1,\"versions\":\"none\"}");
            assertThat(topic.complete()).isFalse();
            assertThat(rulebook.calendar().version())
                    .as("half of the rules are none")
                    .isEqualTo(WorkCalendar.shipped().version());

            log.write(Topics.RULES, "end", Map.of(), "{}");
            await().atMost(PATIENCE).until(topic::complete);
            assertThat(rulebook.calendar().version()).isEqualTo("2026-1+2027.2");
            assertThat(sign("2026-11-30T10:00")).isEqualTo("30min");
            assertThat(sign("2026-12-01T10:00")).isEqualTo("20min");

            log.write(Topics.RULES, "rule/sign", Map.of(), RULE.formatted("10min"));
            await().atMost(PATIENCE).until(() -> sign("2026-12-01T10:00").equals("10min"));
            log.write(Topics.RULES, "rule/later", Map.of(), RULE.replace("SIGN", "AN_ACT_TO_COME"));
            log.write(Topics.RULES, "calendar/2027", Map.of(), """
                    {"year":2027,"version":3,"off":["2027-01-01"],"work":[],"source":"test"}""");
            await().atMost(PATIENCE).until(() -> rulebook.calendar().version().equals("2026-1+2027.3"));
            assertThat(sign("2026-12-01T10:00")).isEqualTo("10min");
        } finally {
            topic.stop();
            reading.join(10_000);
        }
    }

    @Test
    void whereNoneArePublishedThoseThatComeWithTheProductStay() {
        RulesCopy kept = KeptRules.in(rulebook);
        kept.complete();
        assertThat(rulebook.rules().rules()).isEqualTo(ClockRules.shipped().rules());
    }

    private String sign(String time) {
        return rulebook.rules()
                .find(Act.SIGN, Severity.URGENT, "210102", null, LocalDateTime.parse(time))
                .map(rule -> rule.limit().toString())
                .orElse("none");
    }
}
