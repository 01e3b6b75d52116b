package org.chuishao.mesh.fold;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chuishao.mesh.event.Actor;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.EventJson;
import org.chuishao.mesh.event.EventType;
import org.chuishao.mesh.event.Source;

/** What chance puts on the log about one ticket of many, and what the plain model makes of the whole of it. */
public final class RandomLife {

    /** Ids as {@link Interleaving} and {@link Onward} number them, the same in each life. */
    private static final Pattern NUMBERED = Pattern.compile("00000000-0000-000[678]-[0-9a-f]{4}-[0-9a-f]{12}");

    private final UUID ticket;
    private final long space;
    private final Random chance;
    private final Interleaving others;
    private final UnaryOperator<String> retold;
    private final Instant begin;
    private final PlainTicket plain = new PlainTicket();
    private final Set<UUID> said = new HashSet<>();
    private final Set<UUID> known = new HashSet<>();
    private final List<Heard> heard = new ArrayList<>();

    /**
     * An event in its place on the log.
     *
     * @param counts false where it came too late
     * @param before the ticket's state before it
     * @param state the ticket's state after it
     */
    public record Heard(Event event, boolean counts, String before, String state) {}

    /** One unit's part. */
    public record Part(
            String unit, boolean lead, int round, String phase, boolean contacted, Boolean solved, String extension) {}

    /**
     * @param number tells the ids of this life from those of the others
     * @param retold what else is to be said otherwise, in an event's JSON
     */
    public RandomLife(long seed, int number, UUID ticket, Instant begin, UnaryOperator<String> retold) {
        this.ticket = ticket;
        this.space = (seed << 32) + ((long) number << 8);
        this.chance = new Random(seed + number);
        this.others = new Interleaving(seed + number);
        this.begin = begin;
        this.retold = retold;
    }

    public UUID ticket() {
        return ticket;
    }

    /** What somebody might write next: new, or again, as a new event or as the very same one. */
    public Event next() {
        Event next = others.next(plain);
        EventType type = next.type();
        Source source = author(type);
        boolean again = !said.add(next.id()) && chance.nextBoolean();
        return new Event(
                again ? new UUID(chance.nextLong(), chance.nextLong()) : own(next.id()),
                ticket,
                source,
                begin.plus(Duration.ofSeconds(known.size())),
                next.round(),
                next.assignment() == null ? null : own(next.assignment()),
                known.size(),
                Actor.service(source),
                own(type, next.data()));
    }

    /** Takes note of what stands next on the log; what stood there before, by its id, is passed by. */
    public void hear(Event event) {
        if (known.add(event.id())) {
            String before = plain.state;
            boolean counts = plain.hear(event);
            heard.add(new Heard(event, counts, before, plain.state));
        }
    }

    public List<Heard> heard() {
        return List.copyOf(heard);
    }

    public boolean agrees(TicketState kept) {
        return Picture.of(kept).equals(Picture.of(plain));
    }

    @Override
    public String toString() {
        return ticket + " " + Picture.of(plain);
    }

    public String state() {
        return plain.state;
    }

    public int round() {
        return plain.round;
    }

    public String region() {
        return plain.region;
    }

    public String category() {
        return plain.category;
    }

    public String severity() {
        return plain.severity;
    }

    public boolean secret() {
        return plain.secret;
    }

    public String leadUnit() {
        return plain.leadUnit;
    }

    public Map<UUID, Part> parts() {
        Map<UUID, Part> parts = new LinkedHashMap<>();
        plain.units.forEach((id, unit) -> parts.put(
                id,
                new Part(unit.name, unit.lead, unit.round, unit.phase, unit.contacted, unit.solved, unit.extension)));
        return parts;
    }

    /** Settled, so that nobody has to do anything about it. */
    public boolean over() {
        return PlainTicket.FINAL.contains(plain.state) || plain.state.equals("UNSEEN");
    }

    /** Whose turn it is; null where nobody has it. */
    public String owner() {
        return Onward.owner(plain);
    }

    private static Source author(EventType type) {
        if (type.compareTo(EventType.CLASSIFIED) < 0) {
            return Source.INTAKE;
        }
        return type.compareTo(EventType.ASSIGNMENT_CREATED) < 0 ? Source.ROUTING : Source.GRID;
    }

    private UUID own(UUID id) {
        long kind = id.getMostSignificantBits();
        return kind >= 6 && kind <= 8 ? new UUID(space + kind, id.getLeastSignificantBits()) : id;
    }

    private EventData own(EventType type, EventData data) {
        Matcher ids = NUMBERED.matcher(EventJson.write(data));
        String mine = ids.replaceAll(id -> own(UUID.fromString(id.group())).toString());
        String number = "LN" + ticket.toString().substring(19);
        return EventJson.read(
                type,
                retold.apply(mine.replace(Samples.TICKET.toString(), ticket.toString())
                        .replace("\"LN1\"", "\"" + number + "\"")));
    }
}
