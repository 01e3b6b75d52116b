package org.chuishao.mesh.fold;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.chuishao.mesh.event.Actor;
import org.chuishao.mesh.event.DispatchEvent.LeadDesignated;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.EventType;
import org.chuishao.mesh.event.IntakeEvent.*;
import org.chuishao.mesh.event.IntakeEvent.Closed.Ground;
import org.chuishao.mesh.event.IntakeEvent.Transferred.Receipt;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.event.Source;

/**
 * What might stand on the log about one ticket, by chance: mostly acts that were right in the eyes of their authors, some
 * of whom had not yet read the newest events; then again what was said before, and anything at all.
 */
final class Interleaving {

    private static final List<EventType> TYPES = List.of(EventType.values());
    private static final Set<EventType> RARE = rareTypes();
    private static final List<EventType> OF_UNITS = TYPES.stream()
            .filter(type -> type.compareTo(EventType.RETURN_ADJUDICATED) >= 0
                    && type.compareTo(EventType.ASSIGNMENT_RESOLVED) <= 0)
            .toList();
    private static final List<String> UNITS =
            List.of(Samples.UNIT, Samples.OTHER_UNIT, Samples.ASSISTING_UNIT, "U-TERR-210102", "U-POWER-210102");
    private static final Actor AUTHOR = Actor.service(Source.INTAKE);
    private static final int TRIES = 60;
    private static final int BEHIND = 4;

    private final Random chance;
    private final List<Event> said = new ArrayList<>();
    private final List<PlainTicket> views = new ArrayList<>(List.of(new PlainTicket()));

    Interleaving(long seed) {
        chance = new Random(seed);
    }

    /** The next event; {@code now} is the ticket as it is after all that were said. */
    Event next(PlainTicket now) {
        views.add(now.copy());
        int kind = chance.nextInt(100);
        PlainTicket old = views.get(views.size() - 1 - chance.nextInt(Math.min(BEHIND, views.size())));
        Event event;
        if (kind < 60) {
            event = act(now);
        } else if (kind < 80) {
            event = act(old);
        } else if (kind < 90 && !said.isEmpty()) {
            event = one(said);
        } else {
            event = anything(old);
        }
        said.add(event);
        return event;
    }

    /** Something that counts for whoever sees the ticket so, or after some tries whatever came last. */
    private Event act(PlainTicket view) {
        Event event = anything(view);
        for (int i = 0; i < TRIES && (rare(event) || !view.copy().hear(event)); i++) {
            event = anything(view);
        }
        return event;
    }

    /** Ends, disputes and mere notes would fill the log. */
    private boolean rare(Event event) {
        return RARE.contains(event.type()) && chance.nextInt(12) > 0;
    }

    private Event anything(PlainTicket view) {
        EventType type = one(chance.nextInt(3) == 0 ? OF_UNITS : TYPES);
        int round = chance.nextInt(30) == 0 ? view.round - 1 : view.round;
        return new Event(
                new UUID(6, said.size()),
                Samples.TICKET,
                Source.INTAKE,
                Instant.EPOCH,
                round,
                assignment(view, type),
                0,
                AUTHOR,
                data(view, type));
    }

    private UUID assignment(PlainTicket view, EventType type) {
        if (type == EventType.ASSIGNMENT_CREATED) {
            return chance.nextInt(20) == 0 ? known(view) : new UUID(7, chance.nextInt(1000));
        }
        return chance.nextBoolean() ? known(view) : view.lead;
    }

    private static UUID someone(UUID assignment) {
        return assignment == null ? Samples.NEW : assignment;
    }

    private UUID known(PlainTicket view) {
        return view.units.isEmpty() ? null : one(List.copyOf(view.units.keySet()));
    }

    private EventData data(PlainTicket view, EventType type) {
        return switch (type) {
            case GRID_REPORTED -> Samples.gridReported(chance.nextBoolean());
            case TRANSFERRED -> Samples.transferred(one(Receipt.values()));
            case MERGED -> new Merged(chance.nextInt(5) == 0 ? Samples.TICKET : Samples.NEW, Samples.WORDS);
            case REVIEWED -> Samples.reviewed(chance.nextBoolean());
            case CALLED_BACK -> new CalledBack(1, true, true, one(Arrays.asList(true, false, null)), null, null);
            case REWORK_ORDERED -> new ReworkOrdered(view.round + 1 + chance.nextInt(10) / 9, "UNSOLVED");
            case REOPENED -> new Reopened(view.round + 1 + chance.nextInt(10) / 9, Samples.WORDS);
            case CLOSED -> new Closed(one(Ground.values()));
            case SECRECY_CHANGED -> new SecrecyChanged(chance.nextBoolean(), Samples.WORDS);
            case DISPATCHED -> Samples.dispatched(one(UNITS), severity());
            case RETURN_ADJUDICATED ->
                Samples.adjudicated(someone(chance.nextBoolean() ? known(view) : view.lead), chance.nextBoolean());
            case LEAD_DESIGNATED -> new LeadDesignated(one(UNITS), List.of(), Samples.REGION, null);
            case ASSIGNMENT_CREATED -> created(view);
            case DEADLINE_MISSED -> chance.nextInt(3) == 0 ? Samples.ofRevisit(type) : Samples.of(type);
            case TICKET_ESCALATED -> chance.nextInt(3) == 0 ? Samples.notRevisited() : Samples.of(type);
            default -> Samples.of(type);
        };
    }

    private EventData created(PlainTicket view) {
        boolean lead = view.lead == null || chance.nextInt(8) == 0;
        String unit = lead && view.leadUnit != null && chance.nextInt(8) > 0 ? view.leadUnit : one(UNITS);
        return Samples.created(lead, unit, lead || chance.nextBoolean() ? null : known(view));
    }

    private Severity severity() {
        return chance.nextInt(8) == 0 ? Severity.CRITICAL : Severity.ORDINARY;
    }

    private <T> T one(List<T> of) {
        return of.get(chance.nextInt(of.size()));
    }

    private <T> T one(T[] of) {
        return of[chance.nextInt(of.length)];
    }

    private static Set<EventType> rareTypes() {
        Set<EventType> rare = EnumSet.range(EventType.TICKET_ESCALATED, EventType.TICKET_NOTIFIED);
        rare.remove(EventType.GRID_REPORTED);
        rare.addAll(EnumSet.range(EventType.PROMISED, EventType.CLASSIFIED));
        rare.addAll(EnumSet.of(EventType.SUPPLEMENTED, EventType.DISPUTED, EventType.DECLINED, EventType.ANSWERED));
        rare.addAll(EnumSet.of(EventType.DESK_CALLED, EventType.ASSIGNMENT_REASSIGNED));
        rare.addAll(EnumSet.of(EventType.MERGED, EventType.WITHDRAWN, EventType.ARCHIVED));
        return rare;
    }
}
