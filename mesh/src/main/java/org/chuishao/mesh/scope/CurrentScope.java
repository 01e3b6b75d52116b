package org.chuishao.mesh.scope;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.chuishao.mesh.event.Actor;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The scope of the request's bearer token. */
@RequestScoped
public class CurrentScope {

    private final SecurityIdentity identity;
    private @Nullable Scope scope;

    CurrentScope(SecurityIdentity identity) {
        this.identity = identity;
    }

    public Scope get() {
        Scope known = scope;
        if (known == null) {
            known = identity.getPrincipal() instanceof JsonWebToken token
                    ? Claims.scope(token, identity.getRoles())
                    : Claims.blind(identity);
            scope = known;
        }
        return known;
    }

    public Actor actor() {
        return get().actor();
    }
}
