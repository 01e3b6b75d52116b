package org.chuishao.grid.inbox;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.scope.Scope;
import org.jspecify.annotations.Nullable;

/** One assignment came or changed its phase, as the database tells it ({@code tell_inbox}). */
@JsonIgnoreProperties(ignoreUnknown = true)
record Notice(
        UUID assignment,
        UUID ticket,
        @Nullable String number,
        String phase,
        String region,
        String unit,
        @Nullable String worker,
        OffsetDateTime at) {

    private static final int SHORTEST_REGION = 2;

    /** The keys of streams that it goes to: the worker's, the unit's, those of its region and all regions around it. */
    List<String> keys() {
        List<String> keys = new ArrayList<>();
        if (worker != null) {
            keys.add(workerKey(worker));
        }
        keys.add(unitKey(unit));
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
