package org.chuishao.grid.assignment;

import java.util.UUID;
import org.chuishao.grid.member.Holder;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentCreated;
import org.chuishao.mesh.time.Ids;
import org.jspecify.annotations.Nullable;

/**
 * What is handed down, to whom.
 *
 * @param region the smallest place known
 * @param holder who has it in a grid; null where it lies with the unit's desk
 */
record Part(
        UUID id,
        UUID parent,
        String unit,
        String region,
        @Nullable Holder holder) {

    private static final String HANDED_DOWN = "handed down (逐级转派): ";

    static Part of(UUID parent, String unit, String region, @Nullable Holder holder) {
        return new Part(Ids.next(), parent, unit, holder == null ? region : holder.place(), holder);
    }

    @Nullable
    String grid() {
        return holder == null ? null : holder.grid();
    }

    @Nullable
    String role() {
        return holder == null ? null : holder.role().name();
    }

    @Nullable
    String worker() {
        return holder == null ? null : holder.workerId();
    }

    String reason() {
        return HANDED_DOWN + (holder == null ? "the unit's desk (单位值班)" : holder.reason());
    }

    AssignmentCreated created() {
        return new AssignmentCreated(false, unit, region, grid(), role(), worker(), parent, reason());
    }
}
