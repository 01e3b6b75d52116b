package org.chuishao.grid.member;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.sql.NativeTime;
import org.jspecify.annotations.Nullable;

/** Absences as they are kept; none is ever deleted. All within a command's transaction. */
@ApplicationScoped
class AbsenceTable {

    private static final String WORKER = "select id from worker where id = ?1";
    private static final String STAND_IN = """
            select coalesce(w.valid_to < ?3, false) as leaves, exists (
                select from absence a where a.worker = w.id and a.from_at < ?3 and ?2 < a.to_at and a.from_at < a.to_at) as away
            from worker w where w.id = ?1
            """;
    private static final String INSERT = """
            insert into absence (id, worker, unit, region, stand_in, from_at, to_at, recorded_by)
            select ?1, w.id, w.unit, w.region, nullif(?3, ''), ?4, ?5, ?6 from worker w where w.id = ?2
            """;
    private static final String END = """
            update absence set to_at = greatest(from_at, app_now()), ended_at = app_now(), ended_by = ?3
            where id = ?1 and worker = ?2 and to_at > app_now() and to_at > from_at
            returning id, worker, from_at, to_at, stand_in, recorded_by, ended_at
            """;
    private static final String KNOWN = "select id from absence where id = ?1 and worker = ?2";
    private static final String AUDIT = "insert into audit (role, actor, action, detail) values (?1, ?2, ?3, ?4)";

    /**
     * @param leaves before the absence is over, or has left
     * @param away himself, at any time of it
     */
    record StandIn(boolean leaves, boolean away) {}

    Uni<Boolean> knows(String worker) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(WORKER, String.class)
                        .setParameter(1, worker)
                        .getResultList())
                .map(found -> !found.isEmpty());
    }

    /** Null where the scope knows none. */
    Uni<@Nullable StandIn> standIn(String worker, OffsetDateTime from, OffsetDateTime to) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(STAND_IN, Object[].class)
                        .setParameter(1, worker)
                        .setParameter(2, from.toInstant())
                        .setParameter(3, to.toInstant())
                        .getResultList())
                .map(rows -> rows.isEmpty() ? null : new StandIn((Boolean) rows.get(0)[0], (Boolean) rows.get(0)[1]));
    }

    Uni<Void> insert(AbsenceView it, String by) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(INSERT)
                        .setParameter(1, it.id())
                        .setParameter(2, it.worker())
                        .setParameter(3, it.standIn() == null ? "" : it.standIn())
                        .setParameter(4, it.from().toInstant())
                        .setParameter(5, it.to().toInstant())
                        .setParameter(6, by)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Ends one that is not over; empty where there is none. */
    Uni<List<AbsenceView>> end(UUID id, String worker, String by) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(END, Object[].class)
                        .setParameter(1, id)
                        .setParameter(2, worker)
                        .setParameter(3, by)
                        .getResultList())
                .map(rows -> rows.stream().map(AbsenceTable::view).toList());
    }

    Uni<Boolean> knows(UUID id, String worker) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(KNOWN, UUID.class)
                        .setParameter(1, id)
                        .setParameter(2, worker)
                        .getResultList())
                .map(found -> !found.isEmpty());
    }

    Uni<Void> audit(Scope by, String action, AbsenceView it) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(AUDIT)
                        .setParameter(1, by.role())
                        .setParameter(2, by.subject())
                        .setParameter(3, action)
                        .setParameter(4, it.worker() + " " + it.id())
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static AbsenceView view(Object[] row) {
        return new AbsenceView(
                (UUID) row[0],
                (String) row[1],
                time(row[2]),
                time(row[3]),
                (String) row[4],
                (String) row[5],
                time(row[6]));
    }

    private static OffsetDateTime time(Object at) {
        return NativeTime.instant(at).atOffset(ZoneOffset.UTC);
    }
}
