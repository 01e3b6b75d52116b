package org.chuishao.mesh.log;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;

/** A command that asks where a ticket stands. */
@Path("/ticket-probe")
public class TicketProbe {

    private final Ledger ledger;

    TicketProbe(Ledger ledger) {
        this.ledger = ledger;
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Command
    @WithTransaction
    public Uni<String> state(UUID id) {
        return ledger.state(id).map(ticket -> ticket.state().name());
    }
}
