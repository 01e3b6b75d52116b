package org.chuishao.intake.search;

import static org.chuishao.intake.search.TicketItem.instant;

import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.chuishao.intake.search.TicketView.MaskedCaller;
import org.chuishao.intake.search.TicketView.PlaceView;
import org.chuishao.intake.sight.Mask;
import org.chuishao.intake.ticket.Caller;
import org.chuishao.intake.ticket.Vault;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.IntakeEvent.Channel;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.reference.Regions;
import org.chuishao.mesh.sight.Sight;
import org.jspecify.annotations.Nullable;

/** Opens of a ticket's row what the one who asks may see. */
@ApplicationScoped
class Viewing {

    private final Sealer sealer;
    private final Vault vault;
    private final Regions regions;

    Viewing(Sealer sealer, Vault vault, Regions regions) {
        this.sealer = sealer;
        this.vault = vault;
        this.regions = regions;
    }

    TicketItem item(Row row, String role) {
        Sight sight = Sight.of(role, kind(row), row.getBoolean("secret"));
        return TicketItem.of(row, sight.words(opened(row.getString("title"))), regions.nameOf(row.getString("region")));
    }

    TicketView view(Row row, String role) {
        Sight sight = Sight.of(role, kind(row), row.getBoolean("secret"));
        State state = State.valueOf(row.getString("state"));
        return new TicketView(
                row.getUUID("id"),
                row.getString("number"),
                state,
                state.label(),
                row.getInteger("round"),
                Channel.valueOf(row.getString("channel")),
                kind(row),
                row.getBoolean("secret"),
                sight.words(opened(row.getString("title"))),
                sight.words(opened(row.getString("content"))),
                sight.words(opened(row.getString("desired"))),
                sight.caller() ? caller(row.getUUID("id"), row.getString("caller")) : null,
                place(row, sight),
                row.getString("category"),
                row.getString("severity"),
                row.getString("lead_unit"),
                List.of(row.getArrayOfStrings("units")),
                row.getString("source_number"),
                instant(row.getOffsetDateTime("happened_at")),
                row.getOffsetDateTime("received_at").toInstant(),
                instant(row.getOffsetDateTime("closed_at")));
    }

    private PlaceView place(Row row, Sight sight) {
        String region = row.getString("region");
        return new PlaceView(
                sight.place() ? opened(row.getString("place")) : null,
                region,
                regions.nameOf(region),
                row.getDouble("longitude"),
                row.getDouble("latitude"),
                row.getString("crs"));
    }

    private @Nullable MaskedCaller caller(UUID ticket, @Nullable String sealed) {
        Caller caller = vault.caller(ticket, sealed);
        return caller == null ? null : new MaskedCaller(Mask.name(caller.name()), Mask.phone(caller.phone()));
    }

    private @Nullable String opened(@Nullable String sealed) {
        return sealed == null ? null : sealer.open(new Sealed(sealed));
    }

    private static Kind kind(Row row) {
        return Kind.valueOf(row.getString("kind"));
    }
}
