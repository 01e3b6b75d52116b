package org.chuishao.grid.notification;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.grid.unit.Territory;
import org.chuishao.mesh.calendar.Hours;
import org.chuishao.mesh.clock.Rulebook;
import org.chuishao.mesh.event.NoticeEvent.Channel;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.log.ReaderTransaction;
import org.chuishao.mesh.sql.Columns;
import org.chuishao.mesh.sql.Rows;
import org.jspecify.annotations.Nullable;

/** Finds who is there to be told at an instant: absent workers are passed by, and whoever stands in for them is found. */
@ApplicationScoped
class Ladders {

    private static final String RULES =
            "select severity, addressee, region, channels, seconds, climbs, quiet_from, quiet_to from notification_rule";

    /**
     * A backup of the absent one's own grid and role; whoever is absent himself backs nobody up. For a direct line nobody of
     * another unit does.
     */
    private static final String THERE = """
            select r.key, h.unit as holder_unit, absent(r.holder, $6) as absent, s.worker as stand_in, s.unit as stand_in_unit,
                b.worker as backup, b.unit as backup_unit, d.from_at as desk_from, d.to_at as desk_to,
                u.superior, p.from_at as above_from, p.to_at as above_to
            from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $7::boolean[])
                as r (key, desk, holder, grid, role, any_unit)
            left join worker h on h.id = r.holder
            left join lateral (
                select w.id as worker, w.unit from absence a join worker w on w.id = a.stand_in
                where a.worker = r.holder and a.from_at <= $6 and $6 < a.to_at and not absent(w.id, $6)
                    and (r.any_unit or w.unit = r.desk)
                    and (w.valid_to is null or $6 < w.valid_to)
                order by a.to_at desc limit 1
            ) s on true
            left join lateral (
                select m.worker, w.unit from membership m join worker w on w.id = m.worker
                where m.grid = r.grid and m.role = r.role and m.backup and m.worker <> r.holder
                    and (r.any_unit or w.unit = r.desk)
                    and m.worker is distinct from s.worker
                    and m.valid_from <= $6 and (m.valid_to is null or $6 < m.valid_to) and not absent(m.worker, $6)
                order by m.worker limit 1
            ) b on true
            left join unit u on u.id = r.desk
            left join duty_hours d on d.unit = r.desk
            left join duty_hours p on p.unit = u.superior
            """;

    private final Rulebook rulebook;

    Ladders(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** By the place of each notice in the list. */
    Uni<List<Ladder>> of(ReaderTransaction transaction, List<Notice> notices) {
        return rules(transaction.sql())
                .chain(rules -> there(transaction, notices).map(rungs -> ladders(transaction, notices, rungs, rules)));
    }

    private List<Ladder> ladders(
            ReaderTransaction transaction, List<Notice> notices, Map<UUID, List<Rung>> rungs, List<TellingRule> rules) {
        LocalTime now = transaction.now().atZone(rulebook.calendar().zone()).toLocalTime();
        List<Ladder> ladders = new ArrayList<>();
        for (int i = 0; i < notices.size(); i++) {
            Notice it = notices.get(i);
            ladders.add(Ladder.at(now, rungs.getOrDefault(key(i), List.of()), rules, it.severity(), it.region()));
        }
        return ladders;
    }

    private static Uni<Map<UUID, List<Rung>>> there(ReaderTransaction transaction, List<Notice> notices) {
        Columns<Notice> of = new Columns<>(notices);
        UUID[] keys = new UUID[notices.size()];
        Arrays.setAll(keys, Ladders::key);
        return transaction
                .sql()
                .preparedQuery(THERE)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(keys)
                        .addArrayOfString(of.texts(Notice::desk))
                        .addArrayOfString(of.texts(Notice::holder))
                        .addArrayOfString(of.texts(Notice::grid))
                        .addArrayOfString(of.texts(Notice::role))
                        .addOffsetDateTime(transaction.now().atOffset(ZoneOffset.UTC))
                        .addArrayOfBoolean(of.column(it -> Territory.isOffice(it.desk()), Boolean[]::new)))
                .map(rows -> rungs(rows, notices));
    }

    private static Map<UUID, List<Rung>> rungs(RowSet<Row> rows, List<Notice> notices) {
        Map<UUID, List<Rung>> rungs = new HashMap<>();
        for (Row row : rows) {
            UUID key = row.getUUID("key");
            rungs.put(key, rungs(row, notices.get((int) key.getLeastSignificantBits())));
        }
        return rungs;
    }

    private static UUID key(int place) {
        return new UUID(0, place);
    }

    private static List<Rung> rungs(Row row, Notice notice) {
        List<Rung> rungs = new ArrayList<>();
        String holder = notice.holder();
        if (holder != null && !row.getBoolean("absent")) {
            @Nullable String unit = row.getString("holder_unit");
            rungs.add(Rung.worker(Addressee.HOLDER, unit == null ? notice.desk() : unit, notice.role(), holder));
        } else if (row.getString("stand_in") != null) {
            rungs.add(Rung.worker(
                    Addressee.HOLDER, row.getString("stand_in_unit"), notice.role(), row.getString("stand_in")));
        }
        if (row.getString("backup") != null) {
            rungs.add(Rung.worker(
                    Addressee.BACKUP, row.getString("backup_unit"), notice.role(), row.getString("backup")));
        }
        if (notice.besideItsDesk()) {
            return rungs;
        }
        rungs.add(Rung.desk(Addressee.DESK, notice.desk(), hours(row, "desk")));
        if (row.getString("superior") != null) {
            rungs.add(Rung.desk(Addressee.ABOVE, row.getString("superior"), hours(row, "above")));
        }
        return rungs;
    }

    private static Uni<List<TellingRule>> rules(SqlConnection sql) {
        return sql.query(RULES)
                .execute()
                .map(rows -> Rows.list(rows).stream().map(Ladders::rule).toList());
    }

    private static TellingRule rule(Row row) {
        LocalTime from = row.getLocalTime("quiet_from");
        return new TellingRule(
                Severity.valueOf(row.getString("severity")),
                Addressee.valueOf(row.getString("addressee")),
                row.getString("region"),
                Arrays.stream(row.getArrayOfStrings("channels"))
                        .map(Channel::valueOf)
                        .toList(),
                row.getInteger("seconds"),
                row.getBoolean("climbs"),
                from == null ? null : new Hours(from, row.getLocalTime("quiet_to")));
    }

    private static @Nullable Hours hours(Row row, String whose) {
        LocalTime from = row.getLocalTime(whose + "_from");
        return from == null ? null : new Hours(from, row.getLocalTime(whose + "_to"));
    }
}
