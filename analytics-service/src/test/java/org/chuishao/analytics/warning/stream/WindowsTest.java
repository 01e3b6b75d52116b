package org.chuishao.analytics.warning.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.chuishao.analytics.warning.WarningLevel;
import org.chuishao.analytics.warning.WarningRule;
import org.chuishao.analytics.warning.life.Finding;
import org.chuishao.analytics.warning.signal.Signal;
import org.chuishao.analytics.warning.window.Gathered;
import org.chuishao.analytics.warning.window.Gathering;
import org.chuishao.analytics.warning.window.Rules;
import org.chuishao.analytics.warning.window.Seen;
import org.chuishao.analytics.warning.window.Step;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The topology itself, without a broker. */
class WindowsTest {

    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");
    private static final Gathered NETWORK = new Gathered(Gathering.NETWORK, "S-1");
    private static final Gathered COUNTY = new Gathered(Gathering.COUNTY, "210102|HEATING.NONE");
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    @TempDir
    private Path state;

    private TopologyTestDriver driver;
    private TestInputTopic<String, String> signals;
    private TestOutputTopic<String, String> findings;

    @BeforeEach
    void start() {
        Rules rules = new Rules(
                (rule, region, category) -> rule == WarningRule.ANOMALY
                        ? List.of(new Step(WarningLevel.YELLOW, 5, Duration.ofDays(1), 1, 3))
                        : List.of(new Step(WarningLevel.ORANGE, 3, Duration.ofMinutes(30))),
                Optional::of);
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "windows-test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        driver = new TopologyTestDriver(WarningTopology.of(rules, JSON), settings, NOON);
        signals = driver.createInputTopic(WarningTopology.SIGNALS, new StringSerializer(), new StringSerializer());
        findings =
                driver.createOutputTopic(WarningTopology.FINDINGS, new StringDeserializer(), new StringDeserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void three_on_a_network_are_found_with_what_they_rest_on() throws Exception {
        stands(NETWORK, 1, 0, 1);
        stands(NETWORK, 2, 60, 1);
        assertThat(findings.isEmpty()).isTrue();
        stands(NETWORK, 3, 120, 1);

        Finding found = JSON.readValue(findings.readValue(), Finding.class);
        assertThat(found.rule()).isEqualTo(WarningRule.FACILITY);
        assertThat(found.deciding()).isEqualTo(new UUID(1, 3));
        assertThat(found.evidence()).hasSize(3);
        assertThat(findings.isEmpty()).isTrue();
    }

    @Test
    void what_has_gone_counts_no_more_and_an_older_signal_does_not_bring_it_back() {
        stands(NETWORK, 1, 0, 1);
        stands(NETWORK, 2, 60, 4);
        send(new Signal(NETWORK, seen(2, 60), false, 5, NOON));
        stands(NETWORK, 2, 60, 4);
        stands(NETWORK, 3, 120, 1);
        assertThat(findings.isEmpty()).isTrue();

        stands(NETWORK, 2, 60, 6);
        assertThat(findings.isEmpty()).isFalse();
    }

    @Test
    void what_comes_twice_counts_once() {
        stands(NETWORK, 1, 0, 1);
        stands(NETWORK, 2, 60, 1);
        stands(NETWORK, 2, 60, 1);
        stands(NETWORK, 2, 60, 1);
        assertThat(findings.isEmpty()).isTrue();
    }

    @Test
    void a_finding_names_no_person() {
        for (int i = 1; i <= 3; i++) {
            stands(NETWORK, i, i, 1);
        }
        assertThat(findings.readValue()).doesNotContain("person-");
        Gathered person = new Gathered(Gathering.PERSON, "person-hash|HEATING.NONE");
        for (int i = 11; i <= 13; i++) {
            stands(person, i, i, 1);
        }
        findings.readKeyValuesToList()
                .forEach(found -> assertThat(found.key + found.value).doesNotContain("person-"));
    }

    @Test
    void a_day_is_judged_when_the_weeks_before_it_are_known_in_whatever_order_they_come() {
        int ticket = 100;
        for (int i = 0; i < 9; i++) {
            stands(COUNTY, ticket++, 0, 1);
        }
        for (int week = 1; week <= 8; week++) {
            for (int i = 0; i < 8; i++) {
                send(new Signal(
                        COUNTY, seen(ticket++, -week * 7 * 86_400L), true, 1, NOON.minus(Duration.ofDays(7L * week))));
            }
        }
        driver.advanceWallClockTime(Duration.ofSeconds(10));
        assertThat(findings.isEmpty()).isTrue();

        for (int i = 0; i < 9; i++) {
            send(new Signal(COUNTY, seen(ticket++, 0), true, 1, NOON));
        }
        assertThat(findings.isEmpty()).isTrue();
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        assertThat(findings.readKeyValuesToList()).hasSize(1);
    }

    @Test
    void days_of_the_past_are_judged_with_what_was_in_them_though_later_ones_came_before() throws Exception {
        int ticket = 500;
        for (int day = 0; day <= 63; day++) {
            for (int i = 0; i < (day == 57 ? 9 : 1); i++) {
                send(new Signal(COUNTY, seen(ticket++, day * 86_400L), true, 1, NOON.minus(Duration.ofDays(90))));
            }
        }
        driver.advanceWallClockTime(Duration.ofSeconds(10));

        Finding found = JSON.readValue(findings.readValue(), Finding.class);
        assertThat(found.rule()).isEqualTo(WarningRule.ANOMALY);
        assertThat(found.evidence()).hasSize(9);
        assertThat(findings.isEmpty()).isTrue();
    }

    private void stands(Gathered gathered, int ticket, long seconds, int version) {
        send(new Signal(gathered, seen(ticket, seconds), true, version, NOON.minus(Duration.ofHours(1))));
    }

    private static Seen seen(int ticket, long seconds) {
        return new Seen(
                new UUID(1, ticket),
                NOON.plusSeconds(seconds),
                "person-" + ticket,
                "210102001001",
                "HEATING.NONE",
                null);
    }

    private void send(Signal signal) {
        try {
            signals.pipeInput(signal.gathered().key(), JSON.writeValueAsString(signal));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
