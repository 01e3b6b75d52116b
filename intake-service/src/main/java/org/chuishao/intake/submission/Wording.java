package org.chuishao.intake.submission;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import org.chuishao.intake.place.Location;
import org.chuishao.intake.ticket.Caller;
import org.chuishao.mesh.crypto.CallerHash;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.IntakeEvent.TicketReceived;
import org.chuishao.mesh.event.Place;
import org.chuishao.mesh.event.Sealed;
import org.jspecify.annotations.Nullable;

/** Puts a checked submission into the words of the log: texts sealed, the caller as a keyed hash. */
@ApplicationScoped
class Wording {

    private final Sealer sealer;
    private final CallerHash callerHash;

    Wording(Sealer sealer, CallerHash callerHash) {
        this.sealer = sealer;
        this.callerHash = callerHash;
    }

    TicketReceived received(TicketRequest request, Origin origin, String number) {
        return new TicketReceived(
                number,
                requireNonNull(request.channel()),
                requireNonNull(request.kind()),
                sealer.seal(requireNonNull(request.title())),
                sealer.seal(requireNonNull(request.content())),
                sealed(request.desired()),
                origin.citizen() == null ? hash(request.caller()) : origin.citizen(),
                place(request.place(), origin.region()),
                request.happenedAt() == null ? null : request.happenedAt().toInstant(),
                Boolean.TRUE.equals(request.secret()),
                request.sourceNumber());
    }

    private Place place(@Nullable Location place, String region) {
        return place == null
                ? new Place(null, region, null, null, null)
                : new Place(sealed(place.text()), region, place.longitude(), place.latitude(), place.crs());
    }

    private @Nullable String hash(@Nullable Caller caller) {
        String phone = caller == null ? null : caller.phone();
        return phone == null || phone.isBlank() ? null : callerHash.of(phone);
    }

    private @Nullable Sealed sealed(@Nullable String text) {
        return text == null || text.isBlank() ? null : sealer.seal(text);
    }
}
