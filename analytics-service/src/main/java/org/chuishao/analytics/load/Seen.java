package org.chuishao.analytics.load;

import java.util.Set;
import org.chuishao.mesh.scope.Scope;
import org.jspecify.annotations.Nullable;

/** All of a scope that row-level security asks for: who differs in any of it may not share an answer. */
record Seen(
        String role,
        Set<String> regions,
        @Nullable String unit,
        @Nullable String worker,
        @Nullable String citizen) {

    static Seen of(Scope scope) {
        return new Seen(scope.role(), scope.regions(), scope.unit(), scope.worker(), scope.citizen());
    }
}
