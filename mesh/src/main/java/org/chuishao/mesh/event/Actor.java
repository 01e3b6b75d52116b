package org.chuishao.mesh.event;

import org.jspecify.annotations.Nullable;

/**
 * Who acted: the role used, the subject of the token (or the service itself), and the unit that the actor belonged to
 * at that time. Never a citizen's name or number: a citizen acts under the keyed hash of the caller.
 */
public record Actor(String role, String id, @Nullable String unit) {

    /** A service acting by its own rules. */
    public static Actor service(Source source) {
        return new Actor("service", source.serviceName(), null);
    }
}
