package org.chuishao.mesh.architecture.violation;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;

/** Breaks the rules on purpose: an endpoint that the framework does not see. */
public final class EndpointForNobody {

    @GET
    @PermitAll
    String get() {
        return "";
    }
}
