package org.chuishao.analytics.whistle;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.chuishao.analytics.page.Place;
import org.chuishao.analytics.whistle.OutView.Department;
import org.chuishao.analytics.whistle.OutView.Whistle;
import org.chuishao.analytics.word.China;
import org.chuishao.mesh.event.WhistleEvent.WhistleKind;
import org.chuishao.mesh.reference.Regions;
import org.chuishao.mesh.reference.Unit;
import org.chuishao.mesh.reference.Units;
import org.chuishao.mesh.scope.Scopes;
import org.chuishao.mesh.sql.Rows;
import org.jspecify.annotations.Nullable;

/** Reads the whistles that are out in the caller's scope. */
@ApplicationScoped
class WhistlesOut {

    static final Place FIRST = new Place(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1).toString());

    private static final String OUT = """
            select w.whistle, w.ticket_id, case when t.secret or t.kind = 'REPORT' then null else w.number end as number,
                w.kind, w.region, w.blown_at, w.confirmed_at, d.departments
            from whistle_fact w left join ticket_fact t on t.ticket_id = w.ticket_id
            cross join lateral (select json_agg(json_build_object('unit', d.department, 'signedAt', d.signed_at,
                    'arrivedAt', d.arrived_at, 'releasedAt', d.released_at) order by d.department)::text as departments
                from whistle_department_fact d where d.whistle = w.whistle) d
            where w.ended_at is null and w.region ^@ $1 and (w.blown_at, w.whistle) < ($2, $3)
            order by w.blown_at desc, w.whistle desc limit $4
            """;

    private final Pool pool;
    private final Scopes scopes;
    private final Regions regions;
    private final Units units;

    WhistlesOut(Pool pool, Scopes scopes, Regions regions, Units units) {
        this.pool = pool;
        this.scopes = scopes;
        this.regions = regions;
        this.units = units;
    }

    Uni<OutView> of(String region, Place after, UUID id, int limit, Instant now) {
        Tuple values = Tuple.of(region, after.at().atOffset(ZoneOffset.UTC), id, limit + 1);
        return pool.withTransaction(sql ->
                        scopes.enter(sql).chain(() -> sql.preparedQuery(OUT).execute(values)))
                .map(rows -> view(region, Rows.list(rows), limit, now));
    }

    private OutView view(String region, List<Row> rows, int limit, Instant now) {
        List<Row> page = rows.size() > limit ? rows.subList(0, limit) : rows;
        return new OutView(
                region,
                regions.nameOf(region),
                China.at(now),
                page.stream().map(this::whistle).toList(),
                rows.size() > limit ? cursor(page.get(limit - 1)) : null);
    }

    private static String cursor(Row last) {
        return new Place(
                        last.getOffsetDateTime("blown_at").toInstant(),
                        last.getUUID("whistle").toString())
                .cursor();
    }

    private Whistle whistle(Row row) {
        String called = row.getString("departments");
        List<Department> departments = called == null
                ? List.of()
                : new JsonArray(called)
                        .stream()
                                .map(JsonObject.class::cast)
                                .map(this::department)
                                .toList();
        WhistleKind kind = WhistleKind.valueOf(row.getString("kind"));
        return new Whistle(
                row.getUUID("whistle"),
                row.getUUID("ticket_id"),
                row.getString("number"),
                kind,
                KindWord.of(kind),
                row.getString("region"),
                regions.nameOf(row.getString("region")),
                China.at(row, "blown_at"),
                China.maybe(row, "confirmed_at"),
                departments,
                departments.stream()
                        .filter(Department::missing)
                        .map(Department::unitName)
                        .toList());
    }

    private Department department(JsonObject json) {
        String unit = json.getString("unit");
        return new Department(
                unit,
                units.find(unit).map(Unit::name).orElse(unit),
                time(json, "signedAt"),
                time(json, "arrivedAt"),
                time(json, "releasedAt"));
    }

    private static @Nullable OffsetDateTime time(JsonObject json, String field) {
        String text = json.getString(field);
        return text == null ? null : China.at(OffsetDateTime.parse(text).toInstant());
    }
}
