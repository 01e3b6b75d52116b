package org.chuishao.analytics.rates;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentCreated;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentResolved;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentResumed;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentSigned;
import org.chuishao.mesh.event.AssignmentEvent.CitizenContacted;
import org.chuishao.mesh.event.AssignmentEvent.ExtensionGranted;
import org.chuishao.mesh.event.AssignmentEvent.ExtensionRequested;
import org.chuishao.mesh.event.AssignmentEvent.GridReported;
import org.chuishao.mesh.event.AssignmentEvent.PlaceVerified;
import org.chuishao.mesh.event.AssignmentEvent.ReturnRequested;
import org.chuishao.mesh.event.DispatchEvent.LeadDesignated;
import org.chuishao.mesh.event.DispatchEvent.Mode;
import org.chuishao.mesh.event.DispatchEvent.ReturnAdjudicated;
import org.chuishao.mesh.event.DispatchEvent.TicketClassified;
import org.chuishao.mesh.event.DispatchEvent.TicketDispatched;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.IntakeEvent.*;
import org.chuishao.mesh.event.IntakeEvent.Closed.Ground;
import org.chuishao.mesh.event.IntakeEvent.Transferred.Receipt;
import org.chuishao.mesh.event.Place;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.fold.RandomLife;

/** What is said next of a ticket that stands so, and other words for what somebody else said. */
final class Words {

    static final String CITY = "2143";
    static final List<String> UNITS = List.of(
            "U-HEATING-CO-210102", "U-HEATING-210102", "U-PROPERTY-CO-210102", "U-TERR-210102", "U-POWER-210102");
    static final List<String> REGIONS = List.of(
            CITY, "214301", "214302", "214301001", "214301001001", "214301001002", "214302001001", "214301001001101");
    private static final List<String> CATEGORIES = List.of("HEATING", "HEATING.COLD", "HEATING.COLD_PIPE", "NOISE");
    private static final Sealed SEALED = new Sealed("k.words");

    private final Random chance;

    Words(Random chance) {
        this.chance = chance;
    }

    record Next(EventData data, UUID part) {}

    /** The act that brings it on, or one that may stand in its place. */
    Next nextOf(RandomLife life) {
        UUID lead = lead(life);
        boolean mostly = chance.nextInt(5) > 0;
        return switch (life.state()) {
            case "UNSEEN" -> ticket(received());
            case "RECEIVED" -> ticket(mostly ? new TicketAccepted(region()) : new Answered(SEALED, null));
            case "NEEDS_INFO" -> ticket(new Supplemented(null, place()));
            case "TRANSFERRED" -> ticket(new Transferred("119", Receipt.SILENT, null));
            case "PENDING_DISPATCH" -> ticket(mostly ? dispatched(one(UNITS)) : classified());
            case "VERIFYING" -> ticket(new PlaceVerified(true, region(), null, List.of()));
            case "PENDING_SIGN", "REWORK" ->
                lead == null ? created(life) : new Next(mostly ? new AssignmentSigned() : returning(), lead);
            case "IN_PROGRESS" -> new Next(mostly ? resolved() : inProgress(), lead);
            case "RETURN_REVIEW" -> ticket(new ReturnAdjudicated(some(lead), chance.nextBoolean(), SEALED));
            case "DISPUTED" -> ticket(new LeadDesignated(one(UNITS), List.of(), region(), null));
            case "SUSPENDED" -> new Next(new AssignmentResumed("THAW"), lead);
            case "PENDING_REVIEW" -> ticket(new Reviewed(mostly, null));
            case "PENDING_CALLBACK" -> ticket(afterReview(life));
            case "ANSWERED", "MERGED" -> ticket(chance.nextBoolean() ? calledBack() : new Closed(Ground.EXPLAINED));
            case "CLOSED" -> ticket(mostly ? new ExclusionDecided(chance.nextBoolean(), SEALED) : reopened(life));
            default -> ticket(aside());
        };
    }

    /** What may be said of any ticket at any time. */
    EventData aside() {
        return switch (chance.nextInt(4)) {
            case 0 -> new ExclusionDecided(chance.nextBoolean(), SEALED);
            case 1 -> new SecrecyChanged(chance.nextBoolean(), SEALED);
            case 2 -> new Merged(new UUID(9, 9), SEALED);
            default -> new Corrected(new UUID(9, 8), SEALED);
        };
    }

    /** The same with another place, matter, person or verdict. */
    EventData otherwise(EventData data) {
        if (data instanceof TicketReceived) {
            return received();
        }
        if (data instanceof GridReported it) {
            return new GridReported(
                    it.title(), it.content(), place(), "214302001001101", List.of(), it.solvedOnSpot(), null, null);
        }
        if (data instanceof TicketAccepted) {
            return new TicketAccepted(region());
        }
        if (data instanceof Supplemented it) {
            return new Supplemented(it.content(), place());
        }
        if (data instanceof PlaceVerified it) {
            return new PlaceVerified(it.confirmed(), region(), null, List.of());
        }
        if (data instanceof TicketClassified) {
            return classified();
        }
        if (data instanceof TicketDispatched it) {
            return dispatched(it.leadUnit());
        }
        if (data instanceof LeadDesignated it) {
            return new LeadDesignated(it.leadUnit(), List.of(), region(), null);
        }
        return data instanceof CalledBack ? calledBack() : data;
    }

    private EventData afterReview(RandomLife life) {
        return switch (chance.nextInt(6)) {
            case 0, 1, 2 -> calledBack();
            case 3 -> new ReworkOrdered(life.round() + 1, "UNSOLVED");
            default -> new Closed(one(List.of(Ground.SOLVED, Ground.EXPLAINED, Ground.UNREACHABLE)));
        };
    }

    private EventData inProgress() {
        return switch (chance.nextInt(5)) {
            case 0 -> returning();
            case 1, 2 -> new CitizenContacted(chance.nextInt(3) > 0, null);
            case 3 -> new ExtensionRequested(RandomTickets.BEGIN, SEALED);
            default -> new ExtensionGranted(RandomTickets.BEGIN, "leader");
        };
    }

    private TicketReceived received() {
        return new TicketReceived(
                "N-" + chance.nextInt(1_000_000),
                one(List.of(Channel.values())),
                one(List.of(Kind.values())),
                SEALED,
                SEALED,
                null,
                chance.nextInt(4) == 0 ? null : "facts-test-caller-" + chance.nextInt(12),
                place(),
                null,
                chance.nextInt(8) == 0,
                null);
    }

    private CalledBack calledBack() {
        boolean reached = chance.nextInt(4) > 0;
        return new CalledBack(
                1,
                reached,
                reached ? chance.nextInt(4) > 0 : null,
                reached ? chance.nextInt(4) > 0 : null,
                reached ? one(List.of(CalledBack.Satisfaction.values())) : null,
                null);
    }

    private TicketClassified classified() {
        return new TicketClassified(Severity.ORDINARY, one(CATEGORIES), 0.9, "test", region(), List.of());
    }

    private TicketDispatched dispatched(String unit) {
        return new TicketDispatched(
                unit, List.of(), List.of(), region(), Severity.ORDINARY, one(CATEGORIES), Mode.AUTO, "test", null);
    }

    private Next created(RandomLife life) {
        UUID part = new UUID(chance.nextLong(), chance.nextLong());
        String unit = life.leadUnit() == null ? one(UNITS) : life.leadUnit();
        return new Next(new AssignmentCreated(true, unit, region(), null, null, null, null, "test"), part);
    }

    private static AssignmentResolved resolved() {
        return new AssignmentResolved(true, SEALED, List.of());
    }

    private static ReturnRequested returning() {
        return new ReturnRequested(SEALED, UNITS.get(0), "leader");
    }

    private static Reopened reopened(RandomLife life) {
        return new Reopened(life.round() + 1, SEALED);
    }

    private Place place() {
        return new Place(null, region(), null, null, null);
    }

    private String region() {
        return one(REGIONS);
    }

    private static Next ticket(EventData data) {
        return new Next(data, null);
    }

    private static UUID some(UUID part) {
        return part == null ? new UUID(9, 7) : part;
    }

    /** The lead part of this round that is not over. */
    private static UUID lead(RandomLife life) {
        return life.parts().entrySet().stream()
                .filter(it -> it.getValue().lead()
                        && it.getValue().round() == life.round()
                        && !it.getValue().phase().equals("ENDED"))
                .map(Map.Entry::getKey)
                .reduce((first, last) -> last)
                .orElse(null);
    }

    private <T> T one(List<T> of) {
        return of.get(chance.nextInt(of.size()));
    }
}
