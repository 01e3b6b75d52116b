package org.chuishao.mesh.scope;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** How long the caller's token still holds: a stream outlives its request, and must not outlive what let it in. */
@ApplicationScoped
public class TokenLife {

    /** Tokens are judged by the machine's clock, not by the database's. */
    private static final Clock MACHINE = Clock.systemUTC();

    private static final Duration NONE = Duration.ofMillis(1);

    private final SecurityIdentity identity;

    TokenLife(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Next to nothing where the caller has no token that says. */
    public Duration left() {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return NONE;
        }
        Duration left = Duration.between(MACHINE.instant(), Instant.ofEpochSecond(token.getExpirationTime()));
        return left.compareTo(NONE) < 0 ? NONE : left;
    }
}
