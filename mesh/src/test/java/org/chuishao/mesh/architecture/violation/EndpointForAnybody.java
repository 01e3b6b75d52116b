package org.chuishao.mesh.architecture.violation;

import jakarta.ws.rs.GET;

/** Breaks the rules on purpose: an endpoint that does not say who may call it. */
public final class EndpointForAnybody {

    @GET
    public String get() {
        return "";
    }
}
