package org.chuishao.routing.proposal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Roles;
import org.chuishao.routing.page.Mark;
import org.chuishao.routing.page.Page;
import org.chuishao.routing.proposal.JudgeProposal.Answer;
import org.chuishao.routing.proposal.JudgeProposal.Verdict;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What conferences decided and whistles taught, offered to the dispatch catalogue. */
@Path(ProposalResource.PATH)
@RolesAllowed({Roles.ADJUDICATOR, Roles.OPS})
@Tag(name = "rules")
class ProposalResource {

    static final String PATH = "/api/v1/catalogue/proposals";

    private final Proposals proposals;
    private final JudgeProposal judge;
    private final CurrentScope scope;
    private final ObjectMapper mapper;

    ProposalResource(Proposals proposals, JudgeProposal judge, CurrentScope scope, ObjectMapper mapper) {
        this.proposals = proposals;
        this.judge = judge;
        this.scope = scope;
        this.mapper = mapper;
    }

    @GET
    @RolesAllowed({Roles.ADJUDICATOR, Roles.DISPATCHER, Roles.OPS})
    @Operation(
            summary = "Outcomes of conferences, and what whistles taught, offered to the dispatch catalogue (派单目录), in"
                    + " scope: the oldest first")
    public Uni<Page<Proposals.View>> list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        return proposals.page(Mark.of(cursor), limit);
    }

    @POST
    @Path("/{proposal}/verdict")
    @Operation(
            summary = "Accept a proposal into the dispatch catalogue, or refuse it. Needs an Idempotency-Key.",
            description = "Accepted it is an entry from today on; the rules are read again at the pace that is set.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong")
    @APIResponse(responseCode = "404", description = "There is no such proposal in scope")
    @APIResponse(responseCode = "409", description = "It was decided already, or the catalogue cannot take it")
    public Uni<Response> judge(
            UUID proposal, @HeaderParam(IdempotentCall.HEADER) @Nullable String key, @Valid @NotNull Verdict verdict) {
        String path = PATH + "/" + proposal + "/verdict";
        IdempotentCall call = IdempotentCall.of(scope.get().subject(), path, key, verdict, mapper);
        return judge.judge(call, proposal, verdict).map(Reply::response);
    }
}
