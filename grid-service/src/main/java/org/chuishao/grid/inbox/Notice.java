package org.chuishao.grid.inbox;

import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.scope.Scope;
import org.jspecify.annotations.Nullable;

/**
 * An assignment or a whistle came, or went on.
 *
 * @param subject id of the assignment or the whistle
 * @param phase where it stands
 * @param units that it concerns
 */
record Notice(
        Mark mark,
        Kind kind,
        UUID subject,
        UUID ticket,
        @Nullable String number,
        String phase,
        String region,
        List<String> units,
        @Nullable String worker,
        OffsetDateTime at) {

    enum Kind {
        ASSIGNMENT,
        WHISTLE
    }

    private static final int SHORTEST_REGION = 2;

    static Notice of(Row row) {
        return new Notice(
                new Mark(row.getLong("seq")),
                Kind.valueOf(row.getString("kind")),
                row.getUUID("subject"),
                row.getUUID("ticket_id"),
                row.getString("number"),
                row.getString("phase"),
                row.getString("region"),
                List.of(row.getArrayOfStrings("units")),
                row.getString("worker"),
                row.getOffsetDateTime("at"));
    }

    /** The keys of streams that it goes to: the worker's, the units', those of its region and all regions around it. */
    List<String> keys() {
        List<String> keys = new ArrayList<>();
        if (worker != null) {
            keys.add(workerKey(worker));
        }
        units.forEach(unit -> keys.add(unitKey(unit)));
        for (int digits = SHORTEST_REGION; digits <= region.length(); digits++) {
            keys.add(regionKey(region.substring(0, digits)));
        }
        return keys;
    }

    /** The keys that a stream of this scope listens under; they meet a notice's where the scope covers it. */
    static List<String> keys(Scope scope) {
        List<String> keys = new ArrayList<>();
        if (scope.worker() != null) {
            keys.add(workerKey(scope.worker()));
        }
        if (scope.unit() != null) {
            keys.add(unitKey(scope.unit()));
        }
        scope.regions().forEach(code -> keys.add(regionKey(code)));
        return keys;
    }

    private static String workerKey(String id) {
        return "w " + id;
    }

    private static String unitKey(String id) {
        return "u " + id;
    }

    private static String regionKey(String code) {
        return "r " + code;
    }
}
