package org.chuishao.intake.timeline;

import io.vertx.mutiny.sqlclient.Row;
import org.chuishao.mesh.scope.Roles;
import org.jspecify.annotations.Nullable;

/** Who acted: a role, its holder's id and unit. A citizen stays without id, since it is the hash of his number. */
public record ShownActor(
        String role, @Nullable String id, @Nullable String unit) {

    public static ShownActor of(Row row) {
        String role = row.getString("actor_role");
        return new ShownActor(
                role, role.equals(Roles.CITIZEN) ? null : row.getString("actor_id"), row.getString("actor_unit"));
    }
}
