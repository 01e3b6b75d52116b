package org.chuishao.intake.supplement;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.chuishao.intake.IntakeConfig;
import org.chuishao.intake.place.Errors;
import org.chuishao.intake.place.KnownRegions;
import org.chuishao.intake.place.Location;
import org.chuishao.intake.place.LocationRules;
import org.chuishao.intake.ticket.PhoneNumber;
import org.chuishao.intake.ticket.Tickets;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.IntakeEvent.Supplemented;
import org.chuishao.mesh.event.Place;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Roles;
import org.chuishao.mesh.scope.Scope;
import org.jspecify.annotations.Nullable;

/** Adds to a ticket what its citizen or an agent supplies. */
@ApplicationScoped
class SupplyMore {

    private final Tickets tickets;
    private final LocationRules places;
    private final Sealer sealer;
    private final Contacts contacts;
    private final CurrentScope scope;

    SupplyMore(
            Tickets tickets,
            KnownRegions regions,
            IntakeConfig config,
            Sealer sealer,
            Contacts contacts,
            CurrentScope scope) {
        this.tickets = tickets;
        this.places = new LocationRules(regions, config.bounds());
        this.sealer = sealer;
        this.contacts = contacts;
        this.scope = scope;
    }

    @Command
    @WithTransaction
    Uni<Reply> supply(UUID id, SupplementRequest request, @Nullable String key) {
        check(request);
        Supplemented supplied =
                new Supplemented(request.hasContent() ? sealed(request.content()) : null, place(request.place()));
        return tickets.once(id, "supplements", key, request, ticket -> tickets.record(ticket, supplied)
                .call(() -> contacts.keep(ticket, request.hasPhone() ? request.phone() : null)));
    }

    private void check(SupplementRequest request) {
        Errors errors = new Errors();
        errors.addIf(
                !request.hasContent() && request.place() == null && !request.hasPhone(),
                "content",
                "is needed, or a place, or a phone; or several of them");
        String phone = request.phone();
        errors.addIf(phone != null && !phone.isBlank() && !PhoneNumber.isPlausible(phone), "phone", PhoneNumber.RULE);
        places.check(errors, request.place());
        if (errors.found().isEmpty()) {
            errors.addIf(isOutOfSight(request.place()), "place.region", "lies outside the regions of this token");
        }
        if (!errors.found().isEmpty()) {
            throw Problem.invalid(errors.found());
        }
    }

    /** An agent cannot put a ticket where he would not see it any more; a citizen sees his own anywhere. */
    private boolean isOutOfSight(@Nullable Location place) {
        Scope by = scope.get();
        String region = place == null ? null : place.region();
        return region != null
                && !by.role().equals(Roles.CITIZEN)
                && by.regions().stream().noneMatch(region::startsWith);
    }

    private @Nullable Place place(@Nullable Location place) {
        return place == null
                ? null
                : new Place(sealed(place.text()), place.region(), place.longitude(), place.latitude(), place.crs());
    }

    private @Nullable Sealed sealed(@Nullable String text) {
        return text == null || text.isBlank() ? null : sealer.seal(text);
    }
}
