package org.chuishao.grid.whistle;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.clock.Clocked;
import org.chuishao.mesh.clock.DeadlineEffect;
import org.chuishao.mesh.clock.Deadlines;
import org.chuishao.mesh.clock.Deadlines.Armed;
import org.chuishao.mesh.clock.Firing;
import org.chuishao.mesh.clock.Rulebook;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.event.WhistleEvent.WhistleKind;
import org.chuishao.mesh.log.Draft;
import org.chuishao.mesh.log.ReaderTransaction;

/** What a whistle's clocks find undone is told above; an absent department climbs to the province. */
@ApplicationScoped
class SuperviseWhistles implements DeadlineEffect {

    private static final String OF_WHISTLES = "WHISTLE_";
    private static final String OWED = """
            select c.id as whose, w.kind, w.severity, w.blower_unit, c.department, c.supervision,
                w.phase = 'SOUNDED' and c.phase in ('CALLED', 'SIGNED') as awaited
            from whistle_call c join whistle w on w.id = c.whistle_id where c.id = any($1)
            union all
            select w.id, w.kind, w.severity, w.blower_unit, null, 0, false from whistle w where w.id = any($1)
            """;
    private static final String SUPERVISED = """
            with up as (select * from unnest($1::uuid[], $2::int[], $3::text[]) as u (id, level, unit)),
            called as (
                update whistle_call c set supervision = up.level from up where c.id = up.id returning c.whistle_id, up.unit
            )
            update whistle w set seen_by = w.seen_by || told.units
            from (select whistle_id, array_agg(distinct unit)::varchar[] as units from called group by whistle_id) told
            where w.id = told.whistle_id
            """;

    private final Deadlines deadlines;
    private final Rulebook rulebook;

    SuperviseWhistles(Deadlines deadlines, Rulebook rulebook) {
        this.deadlines = deadlines;
        this.rulebook = rulebook;
    }

    private record Told(MissedWhistle missed, String above) {}

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<Firing> firings) {
        Map<UUID, List<Firing>> missed = new HashMap<>();
        for (Firing it : firings) {
            if (it.missed() && it.stoppedAt() == null && it.act().startsWith(OF_WHISTLES) && it.assignment() != null) {
                missed.computeIfAbsent(it.assignment(), whose -> new ArrayList<>())
                        .add(it);
            }
        }
        return missed.isEmpty()
                ? Uni.createFrom().voidItem()
                : owed(transaction, missed).chain(all -> told(transaction, all)).chain(all -> tell(transaction, all));
    }

    private static Uni<List<MissedWhistle>> owed(ReaderTransaction transaction, Map<UUID, List<Firing>> missed) {
        return transaction
                .sql()
                .preparedQuery(OWED)
                .execute(Tuple.tuple().addArrayOfUUID(missed.keySet().toArray(UUID[]::new)))
                .map(rows -> {
                    List<MissedWhistle> owed = new ArrayList<>();
                    for (Row row : rows) {
                        missed.getOrDefault(row.getUUID("whose"), List.of()).forEach(it -> owed.add(of(it, row)));
                    }
                    return owed;
                });
    }

    private static MissedWhistle of(Firing firing, Row row) {
        return new MissedWhistle(
                firing,
                WhistleKind.valueOf(row.getString("kind")),
                Severity.valueOf(row.getString("severity")),
                row.getString("blower_unit"),
                row.getString("department"),
                row.getInteger("supervision"),
                row.getBoolean("awaited"));
    }

    private static Uni<List<Told>> told(ReaderTransaction transaction, List<MissedWhistle> missed) {
        List<String> departments = missed.stream()
                .map(MissedWhistle::department)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return Above.of(transaction, departments).map(above -> missed.stream()
                .map(it -> new Told(it, above(above, it)))
                .toList());
    }

    private static String above(Above above, MissedWhistle it) {
        return it.department() == null
                ? it.blowerUnit()
                : above.at(it.level(), it.department(), it.firing().region());
    }

    private Uni<Void> tell(ReaderTransaction transaction, List<Told> told) {
        List<Draft> drafts = told.stream()
                .flatMap(it -> it.missed().told(it.above()).stream().map(data -> {
                    Firing firing = it.missed().firing();
                    return new Draft(firing.ticket(), firing.round(), firing.assignment(), firing.seen() + 1, data);
                }))
                .toList();
        List<Told> absent = told.stream().filter(it -> it.missed().absent()).toList();
        return transaction
                .append(drafts)
                .chain(() -> supervise(transaction, absent))
                .chain(() -> deadlines.arm(transaction, next(transaction, absent)));
    }

    private static Uni<Void> supervise(ReaderTransaction transaction, List<Told> absent) {
        return absent.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .sql()
                        .preparedQuery(SUPERVISED)
                        .execute(Tuple.tuple()
                                .addArrayOfUUID(absent.stream()
                                        .map(it -> it.missed().firing().assignment())
                                        .toArray(UUID[]::new))
                                .addArrayOfInteger(absent.stream()
                                        .map(it -> it.missed().level())
                                        .toArray(Integer[]::new))
                                .addArrayOfString(
                                        absent.stream().map(Told::above).toArray(String[]::new)))
                        .replaceWithVoid();
    }

    private List<Armed> next(ReaderTransaction transaction, List<Told> absent) {
        List<Armed> next = new ArrayList<>();
        for (Told it : absent) {
            Firing firing = it.missed().firing();
            if (it.missed().goesOn()) {
                Clocked whose = new Clocked(
                        firing.ticket(),
                        firing.round(),
                        firing.assignment(),
                        firing.region(),
                        firing.unit(),
                        null,
                        it.missed().severity(),
                        it.missed().kind().name(),
                        firing.seen() + 1);
                rulebook.counting()
                        .of(Act.WHISTLE_ABSENT, whose, transaction.now())
                        .ifPresent(clock -> next.add(new Armed(clock, whose.seen())));
            }
        }
        return next;
    }
}
