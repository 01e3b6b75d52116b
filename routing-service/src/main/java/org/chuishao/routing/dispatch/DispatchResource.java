package org.chuishao.routing.dispatch;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.chuishao.mesh.log.Idempotency;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Roles;
import org.jspecify.annotations.Nullable;

/** Dispatches made by a dispatcher. */
@Path(DispatchResource.PATH)
@RolesAllowed(Roles.DISPATCHER)
class DispatchResource {

    static final String PATH = "/api/v1/dispatches";

    private final DispatchTicket dispatchTicket;
    private final CurrentScope scope;
    private final ObjectMapper mapper;

    DispatchResource(DispatchTicket dispatchTicket, CurrentScope scope, ObjectMapper mapper) {
        this.dispatchTicket = dispatchTicket;
        this.scope = scope;
        this.mapper = mapper;
    }

    /** 404 where the ticket is out of scope, 409 with the state where it does not wait for a dispatch. */
    @POST
    public Uni<Response> dispatch(
            @HeaderParam(IdempotentCall.HEADER) @Nullable String key, @Valid @NotNull DispatchRequest request) {
        IdempotentCall call = IdempotentCall.of(scope.get().subject(), PATH, key, request, mapper);
        return dispatchTicket.dispatch(call, request).map(DispatchResource::response);
    }

    private static Response response(Idempotency.Reply reply) {
        Response.ResponseBuilder response =
                Response.status(reply.status()).type(MediaType.APPLICATION_JSON).entity(reply.json());
        return reply.location() == null
                ? response.build()
                : response.location(URI.create(reply.location())).build();
    }
}
