package org.chuishao.analytics.browser;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.Actor;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentCreated;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentSigned;
import org.chuishao.mesh.event.AssignmentEvent.TicketEscalated;
import org.chuishao.mesh.event.DeadlineEvent.DeadlineArmed;
import org.chuishao.mesh.event.DeadlineEvent.DeadlineMissed;
import org.chuishao.mesh.event.DispatchEvent.Mode;
import org.chuishao.mesh.event.DispatchEvent.TicketClassified;
import org.chuishao.mesh.event.DispatchEvent.TicketDispatched;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.IntakeEvent.Channel;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.IntakeEvent.TicketAccepted;
import org.chuishao.mesh.event.IntakeEvent.TicketReceived;
import org.chuishao.mesh.event.Meaning;
import org.chuishao.mesh.event.Place;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.event.WhistleEvent.DepartmentArrived;
import org.chuishao.mesh.event.WhistleEvent.WhistleBlown;
import org.chuishao.mesh.event.WhistleEvent.WhistleConfirmed;
import org.chuishao.mesh.event.WhistleEvent.WhistleKind;
import org.chuishao.mesh.event.WhistleEvent.WhistleSigned;
import org.chuishao.mesh.log.EventCodec;
import org.chuishao.mesh.time.Ids;
import org.chuishao.testkit.LogProbe;
import org.jspecify.annotations.Nullable;

/** One order on its way, told to the log as the services tell it. */
final class Order {

    static final String COLD = "HEATING_OFF.ROOM_BELOW_THE_STANDARD";

    private final LogProbe log;
    private final Sealer sealer;
    private final String region;
    private final UUID ticket = Ids.next();
    private final UUID part = Ids.next();
    private final UUID whistle = Ids.next();
    private final UUID clock = Ids.next();
    private Instant at;
    private Instant due;
    private String category = COLD;
    private @Nullable Meaning meaning;

    Order(LogProbe log, Sealer sealer, String region, Instant at) {
        this.log = log;
        this.sealer = sealer;
        this.region = region;
        this.at = at;
        due = at;
    }

    UUID ticket() {
        return ticket;
    }

    String number() {
        return "N-" + ticket.toString().substring(24);
    }

    /** Something else than a cold flat. */
    Order about(String other) {
        category = other;
        return this;
    }

    /** As routing tells it where a model has read the words. */
    Order means(Meaning what) {
        meaning = what;
        return this;
    }

    Order comesIn(String who) {
        tell(
                Source.INTAKE,
                null,
                new TicketReceived(
                        number(),
                        Channel.PHONE,
                        Kind.COMPLAINT,
                        sealer.seal("家里暖气不热"),
                        sealer.seal("家里暖气不热"),
                        null,
                        who,
                        new Place(null, region, null, null, null),
                        null,
                        false,
                        null));
        tell(Source.INTAKE, null, new TicketAccepted(region));
        tell(
                Source.ROUTING,
                null,
                new TicketClassified(Severity.ORDINARY, category, 0.9, "rules-1", region, List.of(), meaning));
        return this;
    }

    /** Dispatched to a company, of whose clocks nothing is told. */
    Order isLedBy(String unit) {
        tell(
                Source.ROUTING,
                null,
                new TicketDispatched(
                        unit, List.of(), List.of(), region, Severity.ORDINARY, category, Mode.AUTO, "catalogue", null));
        return this;
    }

    /** Dispatched to a unit, which has so long to sign. */
    Order goesTo(String unit, Duration limit) {
        tell(
                Source.ROUTING,
                null,
                new TicketDispatched(
                        unit, List.of(), List.of(), region, Severity.ORDINARY, category, Mode.AUTO, "catalogue", null));
        tell(Source.GRID, part, new AssignmentCreated(true, unit, region, null, null, null, null, "desk"));
        due = at.plus(limit);
        tell(Source.GRID, part, DeadlineArmed.one(clock, "SIGN", due, "rule-1"));
        return this;
    }

    Order isSigned() {
        tell(Source.GRID, part, new AssignmentSigned());
        return this;
    }

    /** The limit passes, and who stands above is told. */
    Order isNotSigned(String unit, String above) {
        at = due.plusSeconds(1);
        tell(Source.GRID, part, new DeadlineMissed(clock, "SIGN", due));
        tell(Source.GRID, part, new TicketEscalated(unit, above, "UNSIGNED"));
        return this;
    }

    /** A whistle to two departments, of which the first comes. */
    Order whistles(String comes, String stays) {
        tell(
                Source.GRID,
                null,
                new WhistleBlown(whistle, WhistleKind.EMERGENCY, region, List.of(comes, stays), sealer.seal("管道爆裂")));
        tell(Source.GRID, null, new WhistleConfirmed(whistle, true, null));
        tell(Source.GRID, null, new WhistleSigned(whistle, comes));
        tell(Source.GRID, null, new DepartmentArrived(whistle, comes, "CODE", null));
        return this;
    }

    private void tell(Source source, @Nullable UUID assignment, EventData data) {
        at = at.plusMillis(1);
        log.write(EventCodec.record(
                new Event(Ids.next(), ticket, source, at, 1, assignment, 0, Actor.service(source), data)));
    }
}
