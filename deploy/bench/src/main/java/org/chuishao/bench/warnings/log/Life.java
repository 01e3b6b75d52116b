package org.chuishao.bench.warnings.log;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.chuishao.bench.warnings.world.Complaint;
import org.chuishao.bench.warnings.world.Course;
import org.chuishao.bench.warnings.world.SeededIds;
import org.chuishao.mesh.event.Actor;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentCreated;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentResolved;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentSigned;
import org.chuishao.mesh.event.AssignmentEvent.CitizenContacted;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.IntakeEvent.CalledBack;
import org.chuishao.mesh.event.IntakeEvent.CalledBack.Satisfaction;
import org.chuishao.mesh.event.IntakeEvent.Closed;
import org.chuishao.mesh.event.IntakeEvent.Closed.Cause;
import org.chuishao.mesh.event.IntakeEvent.Closed.Ground;
import org.chuishao.mesh.event.IntakeEvent.Reviewed;
import org.chuishao.mesh.event.IntakeEvent.ReworkOrdered;
import org.chuishao.mesh.event.IntakeEvent.TicketAccepted;
import org.chuishao.mesh.event.IntakeEvent.Withdrawn;
import org.chuishao.mesh.event.Source;
import org.jspecify.annotations.Nullable;

/** A ticket from its first event to its last, as the services would write them, each of which counts. */
final class Life {

    private final Complaint complaint;
    private final Orders orders;
    private final SplittableRandom random;
    private final List<Event> events = new ArrayList<>();
    private Instant now;
    private int round = 1;
    private @Nullable UUID assignment;

    private Life(Complaint complaint, Orders orders) {
        this.complaint = complaint;
        this.orders = orders;
        random = new SplittableRandom(complaint.ticket().getLeastSignificantBits());
        now = complaint.at();
    }

    static List<Event> of(Complaint complaint, Orders orders) {
        Life life = new Life(complaint, orders);
        life.begin();
        return life.events;
    }

    private void begin() {
        write(Source.INTAKE, orders.received(complaint));
        after(Duration.ofSeconds(20), Duration.ofSeconds(90));
        write(Source.INTAKE, new TicketAccepted(complaint.community()));
        if (complaint.course() == Course.WITHDRAWN_AT_ONCE) {
            withdraw();
            return;
        }
        after(Duration.ofSeconds(1), Duration.ofSeconds(10));
        write(Source.ROUTING, orders.classified(complaint));
        after(Duration.ofSeconds(1), Duration.ofSeconds(60));
        write(Source.ROUTING, orders.dispatched(complaint));
        goOn();
    }

    private void goOn() {
        switch (complaint.course()) {
            case LEFT, WITHDRAWN_AT_ONCE -> {}
            case WITHDRAWN -> withdraw();
            case EXPLAINED -> {
                handle();
                close(false, new Closed(Ground.EXPLAINED, Cause.POLICY, null));
            }
            case SOLVED -> {
                handle();
                close(true, new Closed(Ground.SOLVED));
            }
            case REWORKED_ONCE -> {
                handle();
                rework();
                handle();
                close(true, new Closed(Ground.SOLVED));
            }
            case REWORKED_TWICE -> {
                handle();
                rework();
                handle();
                rework();
            }
        }
    }

    private void withdraw() {
        after(Duration.ofMinutes(2), Duration.ofMinutes(9));
        write(Source.INTAKE, new Withdrawn("CITIZEN"));
    }

    /** From the unit's signature to the review that its result passes. */
    private void handle() {
        assignment = SeededIds.of(now, random);
        after(Duration.ofSeconds(1), Duration.ofSeconds(20));
        String unit = orders.unit(complaint);
        write(
                Source.GRID,
                new AssignmentCreated(
                        true, unit, complaint.community(), null, null, null, null, "lead of the dispatch"));
        after(Duration.ofMinutes(5), Duration.ofMinutes(40));
        write(Source.GRID, new AssignmentSigned());
        after(Duration.ofMinutes(5), Duration.ofMinutes(60));
        write(Source.GRID, new CitizenContacted(true, null));
        now = now.plus(complaint.pace());
        write(Source.GRID, new AssignmentResolved(true, orders.result(), List.of()));
        assignment = null;
        after(Duration.ofMinutes(10), Duration.ofMinutes(90));
        write(Source.INTAKE, new Reviewed(true, null));
        after(Duration.ofMinutes(30), Duration.ofHours(3));
    }

    private void rework() {
        callBack(false);
        write(Source.INTAKE, new ReworkOrdered(round + 1, "NOT_SOLVED"));
        round++;
    }

    private void close(boolean solved, Closed closed) {
        callBack(solved);
        write(Source.INTAKE, closed);
    }

    private void callBack(boolean solved) {
        Satisfaction satisfaction = solved ? Satisfaction.SATISFIED : Satisfaction.NOT_SATISFIED;
        write(Source.INTAKE, new CalledBack(1, true, true, solved, satisfaction, null));
        after(Duration.ofSeconds(30), Duration.ofMinutes(5));
    }

    private void after(Duration least, Duration most) {
        now = now.plusMillis(random.nextLong(least.toMillis(), most.toMillis()));
    }

    private void write(Source source, EventData data) {
        events.add(new Event(
                SeededIds.of(now, random),
                complaint.ticket(),
                source,
                now,
                round,
                assignment,
                events.size(),
                Actor.service(source),
                data));
    }
}
