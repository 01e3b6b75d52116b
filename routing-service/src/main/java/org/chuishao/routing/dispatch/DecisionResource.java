package org.chuishao.routing.dispatch;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.Roles;
import org.chuishao.mesh.scope.Scopes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Why a ticket went where it went. */
@Path("/api/v1/tickets/{ticket}/decision")
@RolesAllowed({Roles.DISPATCHER, Roles.ADJUDICATOR, Roles.REVIEWER, Roles.SUPERVISOR, Roles.AUDITOR, Roles.AGENT})
@Tag(name = "dispatch")
class DecisionResource {

    private final Scopes scopes;
    private final ShownWords words;

    DecisionResource(Scopes scopes, ShownWords words) {
        this.scopes = scopes;
        this.words = words;
    }

    /** @param earlier the decisions before it, the last first */
    record Decisions(UUID ticket, DecisionView decision, List<DecisionView> earlier) {}

    @GET
    @Operation(summary = "Where the ticket went and what that rests on, with the decisions before")
    @WithTransaction
    public Uni<Decisions> decision(UUID ticket) {
        return scopes.enter()
                .chain(() -> Decision.<Decision>list("ticket", Sort.descending("id"), ticket))
                .map(found -> {
                    if (found.isEmpty()) {
                        throw Problem.notFound("decision");
                    }
                    List<DecisionView> views =
                            found.stream().map(it -> DecisionView.of(it, words)).toList();
                    return new Decisions(ticket, views.get(0), views.subList(1, views.size()));
                });
    }
}
