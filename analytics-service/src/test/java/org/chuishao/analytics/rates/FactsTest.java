package org.chuishao.analytics.rates;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chuishao.analytics.figures.Database;
import org.chuishao.analytics.rates.PlainTicketCount.Counted;
import org.chuishao.mesh.log.PlayedLog;
import org.chuishao.mesh.reference.Unit;
import org.chuishao.mesh.reference.UnitKind;
import org.chuishao.mesh.reference.Units;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.LogProbe;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.chuishao.testkit.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever stands on the log and however it is delivered, each figure by each dimension is what a plain count of all tickets
 * comes to; and a log that is read anew makes the same facts. Larger by {@code -Dchuishao.figures=2000}.
 */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class FactsTest {

    private static final int TICKETS = Integer.getInteger("chuishao.figures", 120);
    private static final int EVENTS_EACH = 40;
    private static final int SEED = Integer.getInteger("chuishao.seed", new Random().nextInt(1_000_000_000));
    private static final Set<Figure> OF_THE_LOG =
            EnumSet.complementOf(EnumSet.of(Figure.CONNECTION_RATE, Figure.ANSWERED_WITHIN_15_S));
    private static final List<String> TABLES = List.of("ticket_fact", "part_fact", "clock_fact", "callback_fact");
    private static final List<String> LEVELS = List.of("province", "city", "county", "town", "community", "grid");
    private static final List<Integer> DIGITS = List.of(2, 4, 6, 9, 12, 15);
    private static final Map<String, String> LINES = Map.of(
            "U-HEATING-CO-210102", "HEATING",
            "U-HEATING-210102", "HEATING",
            "U-PROPERTY-CO-210102", "PROPERTY",
            "U-POWER-210102", "POWER");

    @Inject
    Units units;

    private final Random chance = new Random(SEED);
    private final RandomTickets tickets = new RandomTickets(SEED, TICKETS);

    @BeforeEach
    void lines_are_published() throws Exception {
        forgetPositions();
        try (LogProbe log = new LogProbe(Mesh.shared().bootstrapServers())) {
            for (Map.Entry<String, String> line : LINES.entrySet()) {
                Unit unit = new Unit(
                        line.getKey(), line.getKey(), UnitKind.COMPANY, line.getValue(), 3, "210102", null, true);
                log.write(Topics.UNITS, unit.id(), Map.of(), new ObjectMapper().writeValueAsString(unit));
            }
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> LINES.keySet().stream()
                .allMatch(id -> units.find(id).isPresent()));
    }

    @AfterEach
    void nothing_stays() throws Exception {
        forget();
    }

    @Test
    void every_figure_is_a_plain_count_and_a_log_read_anew_says_the_same() throws Exception {
        System.out.println(TICKETS + " tickets from -Dchuishao.seed=" + SEED + " -Dchuishao.figures=" + TICKETS);
        PlayedLog log = new PlayedLog(chance);
        for (int event = 0; event < TICKETS * EVENTS_EACH; event++) {
            log.append(tickets.next());
            if (chance.nextInt(TICKETS) == 0) {
                log.deliverSome();
            }
            if (chance.nextInt(10 * TICKETS) == 0) {
                Database.run("postgres", "delete from log_position where kafka_partition = " + log.restart());
            }
        }
        log.deliverAll();

        assertThat(parked()).isEmpty();
        Recount recount = new Recount(tickets.all());
        System.out.println("cases: " + recount.figures());
        assertThat(recount.figures().keySet()).containsAll(OF_THE_LOG);
        for (Figure figure : Figure.values()) {
            assertFigure(figure, recount, LocalDate.of(2026, 2, 1), LocalDate.of(2027, 1, 31));
            LocalDate from = LocalDate.of(2026, 3, 1).plusDays(chance.nextInt(100));
            assertFigure(figure, recount, from, from.plusDays(chance.nextInt(60)));
        }

        Map<String, List<String>> live = facts();
        forget();
        log.fromTheStart();
        assertThat(facts()).isEqualTo(live);
    }

    private void assertFigure(Figure figure, Recount recount, LocalDate from, LocalDate to) {
        Map<String, String> total = recount.of(figure, Words.CITY, from, to, one -> "");
        Map<String, String> none = Map.of("", Recount.said(BigDecimal.ZERO, 0, 0));
        assertThat(asked(figure, from, to, "none", "city", true))
                .as("%s from %s to %s", figure, from, to)
                .isEqualTo(total.isEmpty() ? none : total);
        for (int level = 0; level < LEVELS.size(); level++) {
            int digits = DIGITS.get(level);
            assertBy(figure, recount, from, to, "region", LEVELS.get(level), one -> one.region()
                    .substring(0, Math.min(digits, one.region().length())));
        }
        assertBy(figure, recount, from, to, "unit", "city", one -> one.unit() == null ? "NONE" : one.unit());
        assertBy(
                figure,
                recount,
                from,
                to,
                "line",
                "city",
                one -> one.unit() == null ? "NONE" : LINES.getOrDefault(one.unit(), "NONE"));
        assertBy(figure, recount, from, to, "category", "city", one -> one.category()
                .split("[.]")[0]);
        assertBy(figure, recount, from, to, "kind", "city", Counted::kind);
        assertBy(figure, recount, from, to, "channel", "city", Counted::channel);
        assertListed(figure, recount, from, to);
    }

    private void assertBy(
            Figure figure,
            Recount recount,
            LocalDate from,
            LocalDate to,
            String by,
            String level,
            Function<Counted, String> key) {
        assertThat(asked(figure, from, to, by, level, false))
                .as("%s from %s to %s by %s %s", figure, from, to, by, level)
                .isEqualTo(recount.of(figure, Words.CITY, from, to, key));
    }

    /** The list of the tickets behind it has as many as were counted. */
    private void assertListed(Figure figure, Recount recount, LocalDate from, LocalDate to) {
        String total = recount.of(figure, Words.CITY, from, to, one -> "").getOrDefault("", "0/0 without 0");
        if (!total.equals("withheld")) {
            assertThat(listed(figure, from, to, "DENOMINATOR") + " without " + listed(figure, from, to, "EXCLUDED"))
                    .as("listed of %s from %s to %s", figure, from, to)
                    .isEqualTo(total.substring(total.indexOf('/') + 1));
        }
    }

    private static int listed(Figure figure, LocalDate from, LocalDate to, String part) {
        int count = 0;
        String cursor = "";
        do {
            Response page =
                    get("/tickets?limit=500&part=" + part + "&cursor=" + cursor + "&" + query(figure, from, to));
            count += page.jsonPath().getList("items").size();
            cursor = page.jsonPath().getString("next");
        } while (cursor != null);
        return count;
    }

    private static Map<String, String> asked(
            Figure figure, LocalDate from, LocalDate to, String by, String level, boolean total) {
        JsonPath answer = get("?by=" + by + "&level=" + level + "&" + query(figure, from, to))
                .jsonPath(JsonPathConfig.jsonPathConfig().numberReturnType(NumberReturnType.BIG_DECIMAL));
        List<Map<String, Object>> items = total ? List.of(answer.getMap("total")) : answer.getList("items");
        Map<String, String> said = new TreeMap<>();
        for (Map<String, Object> item : items) {
            said.put(
                    (String) item.get("key"),
                    (boolean) item.get("withheld")
                            ? "withheld"
                            : Recount.said(
                                    new BigDecimal(item.get("numerator").toString()),
                                    (int) item.get("denominator"),
                                    (int) item.get("excluded")));
        }
        return said;
    }

    private static String query(Figure figure, LocalDate from, LocalDate to) {
        return "name=" + figure.label() + "&region=" + Words.CITY + "&from=" + from + "&to=" + to;
    }

    private static Response get(String query) {
        return given().auth()
                .oauth2(Mesh.shared().mint().token(Bearer.of("analyst").regions(Words.CITY)))
                .get("/api/v1/figures/rates" + query)
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    private String these() {
        return tickets.all().stream()
                .map(life -> "'" + life.ticket() + "'")
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private List<String> parked() throws Exception {
        return Database.rows("postgres", "select cause from parked_ticket where ticket_id in " + these());
    }

    private Map<String, List<String>> facts() throws Exception {
        Map<String, List<String>> facts = new LinkedHashMap<>();
        for (String table : TABLES) {
            facts.put(
                    table,
                    Database.rows(
                            "postgres",
                            "select row_to_json(f)::text from " + table + " f where ticket_id in " + these()
                                    + " order by 1"));
        }
        return facts;
    }

    /** As before it ever read of these tickets: what it keeps of them, what it has read, and how far. */
    private void forget() throws Exception {
        for (String table : TABLES) {
            Database.run("postgres", "delete from " + table + " where ticket_id in " + these());
        }
        Database.run("postgres", "delete from ticket_fold where ticket_id in " + these());
        String events = tickets.all().stream()
                .flatMap(life -> life.heard().stream())
                .map(heard -> "'" + heard.event().id() + "'")
                .collect(Collectors.joining(", "));
        Database.run("postgres", "delete from inbox where event_id in (" + events + ")");
        Database.run("postgres", "delete from figure_count where region like '" + Words.CITY + "%'");
        Database.run("postgres", "delete from figure_day where region like '" + Words.CITY + "%'");
        forgetPositions();
    }

    private static void forgetPositions() throws Exception {
        Database.run("postgres", "delete from log_position where kafka_partition >= " + PlayedLog.FIRST);
    }
}
