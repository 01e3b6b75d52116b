package org.chuishao.intake.search;

import static org.chuishao.intake.search.TicketItem.instant;

import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chuishao.intake.search.TicketView.Incident;
import org.chuishao.intake.search.TicketView.MaskedCaller;
import org.chuishao.intake.search.TicketView.MergedInto;
import org.chuishao.intake.search.TicketView.PlaceView;
import org.chuishao.intake.sight.Mask;
import org.chuishao.intake.ticket.Caller;
import org.chuishao.intake.ticket.PhoneCall;
import org.chuishao.intake.ticket.Reading;
import org.chuishao.intake.ticket.SealedTexts;
import org.chuishao.mesh.event.IntakeEvent.Channel;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.reference.Regions;
import org.chuishao.mesh.reference.Unit;
import org.chuishao.mesh.reference.Units;
import org.chuishao.mesh.scope.Roles;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.sight.Sight;
import org.jspecify.annotations.Nullable;

/** Opens of a ticket's row what the one who asks may see. */
@ApplicationScoped
class Viewing {

    private static final Set<String> HEAR_CALLS = Set.of(Roles.AGENT, Roles.REVIEWER);

    private final SealedTexts texts;
    private final Regions regions;
    private final Units units;

    Viewing(SealedTexts texts, Regions regions, Units units) {
        this.texts = texts;
        this.regions = regions;
        this.units = units;
    }

    TicketItem item(Row row, Scope scope) {
        String title = words(Reading.of(scope, row), row, "title");
        return TicketItem.of(row, title, regions.nameOf(row.getString("region")));
    }

    TicketView view(Row row, Scope scope) {
        Reading reading = Reading.of(scope, row);
        State state = State.valueOf(row.getString("state"));
        String leadUnit = row.getString("lead_unit");
        Unit lead = leadUnit == null ? null : units.find(leadUnit).orElse(null);
        return new TicketView(
                row.getUUID("id"),
                row.getString("number"),
                state,
                state.label(),
                row.getInteger("round"),
                Channel.valueOf(row.getString("channel")),
                kind(row),
                row.getBoolean("secret"),
                words(reading, row, "title"),
                words(reading, row, "content"),
                words(reading, row, "desired"),
                reading.sight().caller() ? caller(row) : null,
                HEAR_CALLS.contains(scope.role()) ? call(row) : null,
                place(row, reading.sight()),
                row.getString("category"),
                row.getString("severity"),
                leadUnit,
                lead == null ? null : lead.name(),
                lead == null ? null : lead.synthetic(),
                List.of(row.getArrayOfStrings("units")),
                merged(reading, row),
                incident(row),
                row.getString("source_number"),
                instant(row.getOffsetDateTime("happened_at")),
                row.getOffsetDateTime("received_at").toInstant(),
                instant(row.getOffsetDateTime("closed_at")));
    }

    /** The position leads to a door as the words about the place do. */
    private PlaceView place(Row row, Sight sight) {
        String region = row.getString("region");
        return new PlaceView(
                sight.place() ? texts.open(row.getUUID("id"), row.getString("place")) : null,
                region,
                regions.nameOf(region),
                sight.place() ? row.getDouble("longitude") : null,
                sight.place() ? row.getDouble("latitude") : null,
                sight.place() ? row.getString("crs") : null);
    }

    private @Nullable MaskedCaller caller(Row row) {
        Caller caller = texts.open(row.getUUID("id"), "caller", row.getString("known_caller"), Caller.class);
        return caller == null ? null : new MaskedCaller(Mask.name(caller.name()), Mask.phone(caller.phone()));
    }

    /** The recording holds the voice, so where the caller is withheld it is too. */
    private @Nullable PhoneCall call(Row row) {
        return Reading.factsOnly(row)
                ? null
                : texts.open(row.getUUID("id"), "call", row.getString("phone_call"), PhoneCall.class);
    }

    private @Nullable MergedInto merged(Reading reading, Row row) {
        UUID parent = row.getUUID("parent");
        return parent == null
                ? null
                : new MergedInto(parent, instant(row.getOffsetDateTime("settled_at")), words(reading, row, "result"));
    }

    private static @Nullable Incident incident(Row row) {
        String state = row.getString("incident_state");
        return state == null
                ? null
                : new Incident(
                        row.getUUID("parent"),
                        row.getString("incident_number"),
                        State.valueOf(state),
                        State.valueOf(state).label(),
                        instant(row.getOffsetDateTime("merged_at")));
    }

    private @Nullable String words(Reading reading, Row row, String column) {
        UUID ticket = row.getUUID("id");
        return reading.words(texts.open(ticket, row.getString(column)));
    }

    private static Kind kind(Row row) {
        return Kind.valueOf(row.getString("kind"));
    }
}
