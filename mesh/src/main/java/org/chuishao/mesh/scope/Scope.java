package org.chuishao.mesh.scope;

import java.util.Collection;
import java.util.Set;
import org.chuishao.mesh.event.Actor;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may see: regions with all that lies in them, or what a unit, a worker or a citizen has a part in. An
 * empty scope sees nothing.
 *
 * @param role the role that acts, by its name in the token
 * @param regions division codes; each covers every code that begins with it
 * @param citizen the keyed hash of the caller whose own tickets may be seen
 */
public record Scope(
        String subject,
        String role,
        Set<String> regions,
        @Nullable String unit,
        @Nullable String worker,
        @Nullable String citizen) {

    public Scope {
        regions = Set.copyOf(regions);
    }

    /** As it stands on the log: a citizen under the keyed hash, since an identity provider's subject may be a number. */
    public Actor actor() {
        boolean asCitizen = role.equals(Roles.CITIZEN);
        return new Actor(role, !asCitizen ? subject : citizen == null ? "unknown" : citizen, unit);
    }

    /**
     * The rule of the SQL function {@code in_scope} as the mesh has it, for what does not come from the database (a live
     * stream). A service may narrow what has a worker's name (grid does, to where he works now): then the worker handed in
     * here is one that this was asked of already.
     */
    public boolean covers(@Nullable String region, Collection<String> units, @Nullable String worker) {
        return (region != null && regions.stream().anyMatch(region::startsWith))
                || (unit != null && units.contains(unit))
                || (this.worker != null && this.worker.equals(worker));
    }
}
