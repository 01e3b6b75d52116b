package org.chuishao.analytics.figures;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.chuishao.mesh.event.Actor;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentCreated;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentResolved;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentSigned;
import org.chuishao.mesh.event.DispatchEvent.Mode;
import org.chuishao.mesh.event.DispatchEvent.TicketClassified;
import org.chuishao.mesh.event.DispatchEvent.TicketDispatched;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.IntakeEvent.CalledBack;
import org.chuishao.mesh.event.IntakeEvent.Channel;
import org.chuishao.mesh.event.IntakeEvent.Closed;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.IntakeEvent.Reopened;
import org.chuishao.mesh.event.IntakeEvent.Reviewed;
import org.chuishao.mesh.event.IntakeEvent.TicketAccepted;
import org.chuishao.mesh.event.IntakeEvent.TicketReceived;
import org.chuishao.mesh.event.IntakeEvent.Withdrawn;
import org.chuishao.mesh.event.Place;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.fold.Fold;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.fold.Step;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.ReadEvent;

/** Tickets that live a random life, by a seed: in order, out of order, too late. */
final class Story {

    private static final Sealed WORDS = new Sealed("k.words");
    private static final String UNIT = "U-TERR-210102";
    /** 24 November in China. */
    private static final Instant AT = Instant.parse("2026-11-23T18:00:00Z");

    private final Random random;
    private final Map<UUID, TicketState> tickets = new LinkedHashMap<>();
    private UUID last = new UUID(0, 0);

    Story(long seed) {
        random = new Random(seed);
    }

    List<ReadEvent> acceptedTicket(String region) {
        last = new UUID(random.nextLong(), random.nextLong());
        List<ReadEvent> read = new ArrayList<>();
        read.add(read(event(last, received(region))));
        read.add(read(event(last, new TicketAccepted(region))));
        return read;
    }

    List<ReadEvent> acceptAgain() {
        return List.of(read(event(last, new TicketAccepted("2102"))));
    }

    List<ReadEvent> randomEvents(int many) {
        List<ReadEvent> read = new ArrayList<>();
        randomLog(many).forEach(event -> read.add(read(event)));
        return read;
    }

    /** The next events of the log, whatever they come to. */
    List<Event> randomLog(int many) {
        List<Event> events = new ArrayList<>();
        List<UUID> ids = new ArrayList<>(tickets.keySet());
        for (int i = 0; i < many; i++) {
            if (ids.isEmpty() || random.nextInt(5) == 0) {
                UUID id = new UUID(random.nextLong(), random.nextLong());
                ids.add(id);
                events.add(event(id, received(region())));
            } else {
                UUID id = ids.get(random.nextInt(ids.size()));
                // now and then of a round that has not begun
                events.add(event(id, round(id) + (random.nextInt(8) == 0 ? 1 : 0), anything()));
            }
        }
        return events;
    }

    ReadEvent read(Event event) {
        TicketState before = tickets.getOrDefault(event.ticket(), TicketState.unseen());
        Step step = Fold.apply(before, event);
        tickets.put(event.ticket(), step.after());
        return new ReadEvent(event, step.verdict(), step.why(), before, step.after());
    }

    Map<Cell, Long> recount() {
        Map<Cell, Long> counts = new TreeMap<>();
        tickets.values().stream()
                .filter(ticket -> ticket.state() != State.UNSEEN)
                .forEach(ticket -> counts.merge(Cell.of(ticket), 1L, Long::sum));
        return counts;
    }

    private EventData anything() {
        return switch (random.nextInt(12)) {
            case 0, 1 -> new TicketAccepted(region());
            case 2 -> new TicketClassified(Severity.ORDINARY, category(), 0.9, "test", region(), List.of());
            case 3, 4 ->
                new TicketDispatched(
                        UNIT, List.of(), List.of(), region(), Severity.ORDINARY, category(), Mode.AUTO, "test", null);
            case 5 -> new AssignmentCreated(true, UNIT, region(), null, null, null, null, "test");
            case 6 -> new AssignmentSigned();
            case 7 -> new AssignmentResolved(true, WORDS, List.of());
            case 8 -> new Reviewed(random.nextBoolean(), null);
            case 9 -> new CalledBack(1, true, true, true, null, null);
            case 10 ->
                random.nextBoolean() ? new Closed(Closed.Ground.SOLVED) : new Reopened(2 + random.nextInt(2), WORDS);
            default -> new Withdrawn("test");
        };
    }

    private TicketReceived received(String region) {
        return new TicketReceived(
                "N-" + random.nextInt(),
                Channel.PHONE,
                Kind.COMPLAINT,
                WORDS,
                WORDS,
                null,
                "hash",
                new Place(null, region, null, null, null),
                null,
                false,
                null);
    }

    /** About the one lead assignment that the ticket has in a round. */
    private Event event(UUID ticket, EventData data) {
        return event(ticket, round(ticket), data);
    }

    private int round(UUID ticket) {
        return tickets.getOrDefault(ticket, TicketState.unseen()).round();
    }

    private Event event(UUID ticket, int round, EventData data) {
        UUID assignment = new UUID(ticket.getMostSignificantBits(), round);
        UUID id = new UUID(random.nextLong(), random.nextLong());
        Source source = Source.INTAKE;
        return new Event(id, ticket, source, AT, round, assignment, 0, Actor.service(source), data);
    }

    private String region() {
        return List.of("21", "2101", "210102", "210102001", "210102001002", "210202001003", "210202001003101")
                .get(random.nextInt(7));
    }

    private String category() {
        return List.of("NOISE", "HEATING_OFF", "PARKING").get(random.nextInt(3));
    }
}
