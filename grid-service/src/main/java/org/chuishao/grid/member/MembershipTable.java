package org.chuishao.grid.member;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.chuishao.grid.region.RegisterLock;
import org.chuishao.mesh.scope.Scope;
import org.jspecify.annotations.Nullable;

/** Who works where, as it is kept: memberships begin and end, none is ever deleted. All within a command's transaction. */
@ApplicationScoped
class MembershipTable {

    private static final String LOCK = "select cast(extract(epoch from app_now()) * 1000000 as bigint)"
            + " from pg_advisory_xact_lock(hashtextextended('membership ' || ?1, 0))";
    private static final String GRID = """
            select code from region
            where code = ?1 and level = 6 and valid_from <= ?2 and (valid_to is null or valid_to > ?2)
            """;
    private static final String WORKER = """
            select id from worker where id = ?1 and valid_from <= ?2 and (valid_to is null or valid_to > ?2)
            """;
    private static final String LINE = "select line from unit where line = ?1 limit 1";
    private static final String HELD = """
            select count(*) from membership
            where grid = ?1 and role = ?2 and worker = ?3 and (valid_to is null or valid_to > ?4) and valid_from < ?5
            """;
    private static final String BEGIN = """
            with m as (
                insert into membership (grid, role, worker, line, backup, valid_from, valid_to)
                values (?1, ?2, ?3, nullif(?4, ''), ?5, ?6, nullif(cast(cast(?7 as text) as timestamptz), 'infinity'))
                returning *)
            select cast(json_agg(@json) as text) from m
            """.replace("@json", MembershipView.JSON);
    private static final String END = """
            with m as (
                update membership set valid_to = ?4
                where grid = ?1 and worker = ?2 and (?3 = '' or role = ?3)
                    and valid_from < ?4 and (valid_to is null or valid_to > ?4)
                returning *)
            select cast(coalesce(json_agg(@json), '[]') as text) from m
            """.replace("@json", MembershipView.JSON);

    /** Where the grid was his home, the new one is; and his unit is the new community's office if it was the old one's. */
    private static final String HOME = """
            update worker set region = case when region = ?2 then ?3 else region end,
                unit = case when unit = ?4 and exists (select from unit u where u.id = ?5 and u.valid_to is null)
                    then ?5 else unit end
            where id = ?1 and (region = ?2 or unit = ?4)
            """;

    private static final String AUDIT = "insert into audit (role, actor, action, detail) values (?1, ?2, ?3, ?4)";
    private static final Instant FOR_EVER = Instant.parse("9999-01-01T00:00:00Z");

    private final ObjectMapper mapper;

    MembershipTable(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** One change at a time to where somebody works, and none while an import changes the register. @return the instant that counts */
    Uni<OffsetDateTime> lock(String worker) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(RegisterLock.SHARE, String.class)
                        .getSingleResult()
                        .chain(() -> session.createNativeQuery(LOCK, Long.class)
                                .setParameter(1, worker)
                                .getSingleResult()))
                .map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
    }

    Uni<Boolean> isGrid(String code, OffsetDateTime at) {
        return there(GRID, code, at.toInstant());
    }

    /** Known at that instant, and in the scope. */
    Uni<Boolean> isWorker(String id, OffsetDateTime at) {
        return there(WORKER, id, at.toInstant());
    }

    Uni<Boolean> isLine(String line) {
        return there(LINE, line);
    }

    /** Whether he holds that role there already, at any time between. */
    Uni<Boolean> holds(String grid, MemberRole role, String worker, OffsetDateTime from, @Nullable OffsetDateTime to) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(HELD, Long.class)
                        .setParameter(1, grid)
                        .setParameter(2, role.name())
                        .setParameter(3, worker)
                        .setParameter(4, from.toInstant())
                        .setParameter(5, to == null ? FOR_EVER : to.toInstant())
                        .getSingleResult())
                .map(count -> count > 0);
    }

    Uni<List<MembershipView>> begin(MembershipView it) {
        return one(
                BEGIN,
                it.grid(),
                it.role().name(),
                it.worker(),
                it.line() == null ? "" : it.line(),
                it.backup(),
                it.validFrom().toInstant(),
                it.validTo() == null ? "infinity" : it.validTo().toString());
    }

    /** @param role null for all that he holds there */
    Uni<List<MembershipView>> end(String grid, String worker, @Nullable MemberRole role, OffsetDateTime at) {
        return one(END, grid, worker, role == null ? "" : role.name(), at.toInstant());
    }

    Uni<Void> home(String worker, String from, String to, String officeThere, String officeHere) {
        return update(HOME, worker, from, to, officeThere, officeHere);
    }

    Uni<Void> audit(Scope by, String action, String detail) {
        return update(AUDIT, by.role(), by.subject(), action, detail);
    }

    private Uni<List<MembershipView>> one(String sql, Object... values) {
        return Panache.getSession()
                .chain(session -> {
                    var query = session.createNativeQuery(sql, String.class);
                    for (int i = 0; i < values.length; i++) {
                        query.setParameter(i + 1, values[i]);
                    }
                    return query.getSingleResult();
                })
                .map(json -> MembershipView.all(json, mapper));
    }

    private static Uni<Boolean> there(String sql, Object... values) {
        return Panache.getSession()
                .chain(session -> {
                    var query = session.createNativeQuery(sql, String.class);
                    for (int i = 0; i < values.length; i++) {
                        query.setParameter(i + 1, values[i]);
                    }
                    return query.getResultList();
                })
                .map(found -> !found.isEmpty());
    }

    private static Uni<Void> update(String sql, Object... values) {
        return Panache.getSession()
                .chain(session -> {
                    var query = session.createNativeQuery(sql);
                    for (int i = 0; i < values.length; i++) {
                        query.setParameter(i + 1, values[i]);
                    }
                    return query.executeUpdate();
                })
                .replaceWithVoid();
    }
}
