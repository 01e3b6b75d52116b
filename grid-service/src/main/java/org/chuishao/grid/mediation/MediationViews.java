package org.chuishao.grid.mediation;

import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.chuishao.grid.mediation.Bodies.Agreement;
import org.chuishao.grid.mediation.Bodies.Party;
import org.chuishao.grid.mediation.Bodies.SessionRecord;
import org.chuishao.grid.mediation.MediationView.AgreementView;
import org.chuishao.grid.mediation.MediationView.ObligationView;
import org.chuishao.grid.mediation.MediationView.OutcomeView;
import org.chuishao.grid.mediation.MediationView.PartyView;
import org.chuishao.grid.mediation.MediationView.RevisitView;
import org.chuishao.grid.mediation.MediationView.SessionView;
import org.chuishao.grid.mediation.MediationView.Told;
import org.chuishao.grid.words.Words;
import org.chuishao.mesh.event.MediationEvent.MediationOutcome;
import org.chuishao.mesh.event.MediationEvent.Route;
import org.chuishao.mesh.scope.Roles;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.sight.Scrub;
import org.jspecify.annotations.Nullable;

/** Makes what the API shows of rows as they are kept. */
@ApplicationScoped
class MediationViews {

    private final Words words;
    private final SealedJson json;

    MediationViews(Words words, SealedJson json) {
        this.words = words;
        this.json = json;
    }

    /** What became of a mediation, as it is kept, each in order. */
    record Became(List<Row> sessions, List<Row> outcomes, List<Row> revisits) {}

    static MediationView line(Row row) {
        return of(row, null);
    }

    /** Who only looks on reads what was settled, and rings nobody up: contacts are for those who have it in hand. */
    MediationView whole(Row row, Became became, Scope reader) {
        boolean inHand = !reader.role().equals(Roles.SUPERVISOR);
        return of(
                row,
                new Told(
                        words.open(row.getString("subject")),
                        parties(row.getString("parties"), inHand),
                        became.sessions().stream().map(this::session).toList(),
                        became.outcomes().stream().map(this::outcome).toList(),
                        became.revisits().stream().map(this::revisit).toList()));
    }

    private static MediationView of(Row row, @Nullable Told told) {
        Mediation.Phase phase = Mediation.Phase.valueOf(row.getString("phase"));
        return new MediationView(
                row.getUUID("id"),
                row.getUUID("ticket_id"),
                row.getString("number"),
                row.getUUID("assignment_id"),
                row.getString("region"),
                row.getString("unit"),
                row.getString("worker"),
                row.getString("mediator"),
                phase,
                row.getInteger("party_count"),
                row.getInteger("sessions"),
                route(row),
                row.getOffsetDateTime("opened_at").toInstant(),
                instant(row, "agreed_at"),
                instant(row, "revisit_by"),
                instant(row, "revisited_at"),
                row.getBoolean("kept"),
                instant(row, "ended_at"),
                new Mediation(phase, row.getBoolean("met")).allowed(),
                told);
    }

    private List<PartyView> parties(String sealed, boolean contacts) {
        Party[] parties = json.open(sealed, Party[].class);
        return parties == null
                ? List.of()
                : Stream.of(parties)
                        .map(it -> new PartyView(Scrub.numbers(it.name()), contacts ? it.contact() : null))
                        .toList();
    }

    private SessionView session(Row row) {
        SessionRecord record = json.open(row.getString("record"), SessionRecord.class);
        Instant heldAt = row.getOffsetDateTime("held_at").toInstant();
        return record == null
                ? new SessionView(row.getInteger("n"), heldAt, null, List.of(), null)
                : new SessionView(
                        row.getInteger("n"),
                        heldAt,
                        Scrub.numbers(record.place()),
                        record.present().stream().map(Scrub::numbers).toList(),
                        Scrub.numbers(record.said()));
    }

    private OutcomeView outcome(Row row) {
        return new OutcomeView(
                row.getInteger("n"),
                MediationOutcome.valueOf(row.getString("outcome")),
                agreement(row.getString("agreement")),
                words.open(row.getString("reason")),
                route(row),
                instant(row, "revisit_by"),
                row.getOffsetDateTime("ended_at").toInstant());
    }

    private RevisitView revisit(Row row) {
        return new RevisitView(
                row.getInteger("n"),
                row.getBoolean("kept"),
                route(row),
                words.open(row.getString("note")),
                row.getOffsetDateTime("revisited_at").toInstant());
    }

    private @Nullable AgreementView agreement(@Nullable String sealed) {
        Agreement it = json.open(sealed, Agreement.class);
        return it == null
                ? null
                : new AgreementView(
                        Scrub.numbers(it.terms()),
                        it.obligations().stream()
                                .map(owed -> new ObligationView(
                                        Scrub.numbers(owed.who()), Scrub.numbers(owed.what()), owed.by()))
                                .toList());
    }

    private static @Nullable Route route(Row row) {
        String route = row.getString("route");
        return route == null ? null : Route.valueOf(route);
    }

    private static @Nullable Instant instant(Row row, String name) {
        OffsetDateTime time = row.getOffsetDateTime(name);
        return time == null ? null : time.toInstant();
    }
}
