package org.chuishao.mesh.log;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.log.ParkedTickets.Outcome;
import org.chuishao.mesh.log.ParkedTickets.Parked;
import org.chuishao.mesh.scope.Roles;

/** Parked tickets, for operators. */
@Path("/api/v1/ops/parked")
@RolesAllowed(Roles.OPS)
public class ParkedResource {

    private final ParkedTickets parked;

    ParkedResource(ParkedTickets parked) {
        this.parked = parked;
    }

    public record Items(List<Parked> items) {}

    public record Skip(@NotBlank @Size(max = 500) String reason) {}

    /** The tickets that wait, the longest first. */
    @GET
    public Uni<Items> list(@QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        return parked.list(limit).map(Items::new);
    }

    /** Applies a ticket's waiting events in order; 409 with the cause where one still cannot be applied. */
    @POST
    @Path("/{ticket}/replays")
    public Uni<Outcome> replay(UUID ticket) {
        return parked.replay(ticket);
    }

    /** Leaves the first waiting event out for good, where nothing will ever make sense of it. */
    @POST
    @Path("/{ticket}/skips")
    public Uni<Void> skip(UUID ticket, @Valid @NotNull Skip skip) {
        return parked.skipFirst(ticket, skip.reason());
    }
}
