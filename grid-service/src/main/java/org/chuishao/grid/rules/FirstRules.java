package org.chuishao.grid.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chuishao.mesh.calendar.CalendarYear;
import org.chuishao.mesh.calendar.ClockRule;
import org.chuishao.mesh.calendar.ClockRules;
import org.chuishao.mesh.calendar.WorkCalendar;
import org.chuishao.mesh.clock.PublishedRule;
import org.chuishao.mesh.log.RelayBell;

/**
 * Takes the calendars and rules that come with the product into the tables, those that are not there yet, and publishes
 * what is not published yet: at the first start all, and after an update what is new in it. One transaction under a lock.
 */
@ApplicationScoped
class FirstRules {

    private static final String YEAR = """
            insert into calendar_year (year, version, off, work, source, loaded_at, loaded_by)
            values (?, 0, ?, ?, ?, app_now(), 'product') on conflict (year) do nothing
            """;
    private static final String RULES = """
            insert into clock_rule select * from json_populate_recordset(null::clock_rule, ?::json)
            """;
    private static final List<String> PUBLISH = List.of(
            """
            insert into outbox (event_id, topic, key, attributes, data)
            select gen_random_uuid(), 'rules', 'calendar/' || year, '{}', data from published_year where not published
            order by year
            """,
            """
            insert into outbox (event_id, topic, key, attributes, data)
            select gen_random_uuid(), 'rules', 'rule/' || id, '{}', data from published_rule where not published order by id
            """,
            // the last record: who has read it has read all that was there at the first start
            """
            insert into outbox (event_id, topic, key, attributes, data)
            select gen_random_uuid(), 'rules', 'end', '{}', '{}'
            where exists (select from published_year where not published)
                or exists (select from published_rule where not published)
            """,
            "update calendar_year set published = true where not published",
            "update clock_rule set published = true where not published");

    private final AgroalDataSource owner;
    private final RelayBell relay;
    private final ObjectMapper mapper;
    private final Clock clock;

    FirstRules(@DataSource("owner") AgroalDataSource owner, RelayBell relay, ObjectMapper mapper, Clock clock) {
        this.owner = owner;
        this.relay = relay;
        this.mapper = mapper;
        this.clock = clock;
    }

    void onStart(@Observes @Priority(200) StartupEvent event) {
        try (Connection sql = owner.getConnection()) {
            sql.setAutoCommit(false);
            try (Statement statement = sql.createStatement()) {
                statement.execute("select pg_advisory_xact_lock(" + RuleRow.LOCK + ")");
                for (CalendarYear year : WorkCalendar.shipped().years().values()) {
                    load(sql, year);
                }
                load(sql, missing(standing(statement)));
                for (String step : PUBLISH) {
                    statement.executeUpdate(step);
                }
                sql.commit();
            } catch (SQLException | JsonProcessingException | RuntimeException e) {
                sql.rollback();
                throw e;
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("calendars and clock rules could not be loaded", e);
        }
        relay.ring();
    }

    private List<ClockRule> standing(Statement statement) throws SQLException, JsonProcessingException {
        List<ClockRule> standing = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("select data from published_rule")) {
            while (rows.next()) {
                standing.addAll(
                        mapper.readValue(rows.getString(1), PublishedRule.class).toRules());
            }
        }
        return standing;
    }

    /** What the province has set for the same tickets goes before what an update brings. */
    private static List<ClockRule> missing(List<ClockRule> standing) {
        List<ClockRule> missing = new ArrayList<>();
        for (ClockRule shipped : ClockRules.shipped().rules()) {
            Optional<ClockRule> other = ClockRules.inTheWay(shipped, standing);
            if (other.isEmpty()) {
                missing.add(shipped);
            } else if (!other.get().name().equals(shipped.name())) {
                Log.warnf(
                        "the rule %s that comes with the product is left out: %s is for the same tickets",
                        shipped.name(), other.get().name());
            }
        }
        return missing;
    }

    private static void load(Connection sql, CalendarYear year) throws SQLException {
        try (PreparedStatement insert = sql.prepareStatement(YEAR)) {
            insert.setInt(1, year.year());
            insert.setArray(
                    2, sql.createArrayOf("date", year.off().stream().sorted().toArray()));
            insert.setArray(
                    3, sql.createArrayOf("date", year.work().stream().sorted().toArray()));
            insert.setString(4, year.source());
            insert.executeUpdate();
        }
    }

    private void load(Connection sql, List<ClockRule> rules) throws SQLException, JsonProcessingException {
        List<RuleRow> rows = rules.stream()
                .map(rule -> RuleRow.of(rule, clock.instant(), "product", false))
                .toList();
        try (PreparedStatement insert = sql.prepareStatement(RULES)) {
            insert.setString(1, mapper.writeValueAsString(rows));
            insert.executeUpdate();
        }
        if (!rows.isEmpty()) {
            Log.infof("clock rules that come with the product: %d loaded", rows.size());
        }
    }
}
