package org.chuishao.local.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.chuishao.local.Service;
import org.chuishao.local.TemporaryMesh;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The databases' own guard, with nothing beside it: every table that requests may read, of every service, is read without a
 * condition in the scope of every asker. What a list's query leaves out is left out by the policies alone.
 */
@ExtendWith(SharedMesh.class)
@Timeout(900)
class RowSecurityAloneTest {

    private static final int CELLS = 2_000;

    /** Reference data, which everybody may see. */
    private static final Set<String> PUBLIC = Set.of(
            "routing.catalogue_addition",
            "routing.catalogue_entry",
            "routing.category",
            "routing.hazard",
            "routing.industry_line",
            "routing.rule_version",
            "grid.calendar_year",
            "grid.category_name",
            "grid.own_people_matter",
            "grid.clock_rule",
            "grid.duty_hours",
            "grid.notification_rule",
            "grid.notification_template",
            "grid.region",
            "grid.region_successor",
            "grid.unit",
            "grid.whistle_rule",
            "analytics.warning_rule",
            "analytics.warning_step",
            "analytics.weather_matter");

    private final List<String> leaks = new ArrayList<>();
    private final Set<String> open = new TreeSet<>();
    private final Set<String> seen = new TreeSet<>();
    private final Set<String> told = new TreeSet<>();
    private int cells;

    @Test
    void noTableShowsARowBeyondTheScopeThatWasEntered(TemporaryMesh mesh)
            throws SQLException, IOException, InterruptedException {
        List<Spot> spots = new ArrayList<>();
        for (String[] place : Asker.PLACES) {
            spots.add(Spot.at(
                    mesh,
                    place[0],
                    place[1],
                    "记号" + UUID.randomUUID().toString().substring(0, 8)));
        }
        for (Service service : Service.values()) {
            try (Connection superuser = DriverManager.getConnection(
                    "jdbc:postgresql://" + mesh.addresses().postgres() + "/" + service.title(), "postgres", "")) {
                for (GuardedTable table : GuardedTable.of(service, superuser)) {
                    if (table.open()) {
                        open.add(table.toString());
                    } else {
                        askEverybody(superuser, table, spots);
                    }
                }
            }
        }
        System.out.printf(
                "%d cells without a leak in %d tables; own rows seen in %s; open to all: %s%n",
                cells, told.size(), seen, open);
        assertThat(leaks).isEmpty();
        assertThat(cells).isGreaterThan(CELLS);
        assertThat(seen).as("to whose it is each table shows it").containsAll(told);
        assertThat(open).as("tables that everybody may read are reference data").isEqualTo(PUBLIC);
    }

    private void askEverybody(Connection superuser, GuardedTable table, List<Spot> spots) throws SQLException {
        List<String> all = table.telling(superuser, spots);
        List<Spot> there = spots.stream()
                .filter(spot ->
                        all.stream().anyMatch(row -> !spot.toldIn(row, "").isEmpty()))
                .toList();
        for (Asker asker : Asker.all()) {
            List<String> rows = table.rows(superuser, asker);
            for (Spot spot : spots) {
                boolean shown =
                        rows.stream().anyMatch(row -> !spot.toldIn(row, "").isEmpty());
                if (asker.own().contains(spot.name())) {
                    if (there.contains(spot)) {
                        told.add(table.toString());
                    }
                    if (shown) {
                        seen.add(table.toString());
                    }
                    continue;
                }
                cells++;
                if (shown) {
                    leaks.add(table + " shows " + spot.name() + " to " + asker);
                }
            }
            rows.stream()
                    .filter(row -> table.ofAPlace() && !Mine.of(asker, row))
                    .limit(1)
                    .forEach(row -> leaks.add(table + " shows " + asker + " what is nothing of his: " + row));
        }
    }
}
