package org.chuishao.routing.simulation;

import java.util.List;
import java.util.UUID;

/** Dispatches of the past of one category in one region, with the latest of their tickets. */
record Past(String category, String region, long tickets, List<UUID> latest) {

    Past {
        latest = List.copyOf(latest);
    }
}
