package org.chuishao.local.replay.reckoning;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chuishao.mesh.event.EventType;
import org.chuishao.mesh.fold.Fold;
import org.chuishao.mesh.fold.State;

/** Looks through one ticket's timeline for what a lost, doubled or misplaced event would leave in it. */
final class Timeline {

    private static final Set<EventType> ONCE_A_TICKET =
            Set.of(EventType.TICKET_RECEIVED, EventType.TICKET_ACCEPTED, EventType.CLOSED);
    private static final Set<EventType> ONCE_A_ROUND = Set.of(EventType.DISPATCHED);
    private static final Set<EventType> ONCE_AN_ASSIGNMENT =
            Set.of(EventType.ASSIGNMENT_CREATED, EventType.ASSIGNMENT_SIGNED, EventType.ASSIGNMENT_RESOLVED);

    private Timeline() {}

    /** What is wrong, in words; empty where nothing is. */
    static List<String> complaints(JsonNode items) {
        List<String> complaints = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Map<String, Integer> times = new HashMap<>();
        Map<String, State> assisting = new HashMap<>();
        State state = State.UNSEEN;
        for (JsonNode item : items) {
            Optional<EventType> type = type(item);
            if (type.isEmpty()) {
                complaints.add("unknown type " + item.path("type").asText());
                continue;
            }
            if (item.hasNonNull("id") && !ids.add(item.path("id").asText())) {
                complaints.add("twice in the timeline: " + type.get().shortName());
            }
            if (item.path("late").asBoolean()) {
                continue;
            }
            State then = assisting.getOrDefault(item.path("assignment").asText(), state);
            if (!Fold.allowed(then).contains(type.get())) {
                complaints.add(type.get().shortName() + " counted in " + then);
            }
            if (times.merge(occasion(type.get(), item), 1, Integer::sum) == 2 && unique(type.get())) {
                complaints.add("done twice: " + type.get().shortName());
            }
            state = State.valueOf(item.path("state").asText(state.name()));
            follow(assisting, type.get(), item);
        }
        return complaints;
    }

    /** An assisting unit goes its own way: the ticket's state says nothing of it. */
    private static void follow(Map<String, State> assisting, EventType type, JsonNode item) {
        String assignment = item.path("assignment").asText();
        if (type == EventType.ASSIGNMENT_CREATED
                && !item.path("data").path("lead").asBoolean(true)) {
            assisting.put(assignment, State.PENDING_SIGN);
        } else if (type == EventType.ASSIGNMENT_SIGNED) {
            assisting.replace(assignment, State.IN_PROGRESS);
        } else if (type == EventType.ASSIGNMENT_RESOLVED) {
            assisting.replace(assignment, State.PENDING_REVIEW);
        }
    }

    private static boolean unique(EventType type) {
        return ONCE_A_TICKET.contains(type) || ONCE_A_ROUND.contains(type) || ONCE_AN_ASSIGNMENT.contains(type);
    }

    private static String occasion(EventType type, JsonNode item) {
        if (ONCE_A_ROUND.contains(type)) {
            return type + " " + item.path("round").asText();
        }
        return ONCE_AN_ASSIGNMENT.contains(type)
                ? type + " " + item.path("assignment").asText()
                : type.name();
    }

    private static Optional<EventType> type(JsonNode item) {
        String name = item.path("type").asText();
        return Arrays.stream(EventType.values())
                .filter(type -> type.shortName().equals(name))
                .findAny();
    }
}
