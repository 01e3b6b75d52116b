package org.chuishao.intake.ticket;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.chuishao.mesh.log.Idempotency.Reply;

/** A reply as HTTP has it, the first time and each time that it is repeated. */
public final class Replies {

    private Replies() {}

    public static Response http(Reply reply) {
        return Response.status(reply.status())
                .header(HttpHeaders.LOCATION, reply.location())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(reply.json())
                .build();
    }
}
