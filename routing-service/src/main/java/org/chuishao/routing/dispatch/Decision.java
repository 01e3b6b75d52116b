package org.chuishao.routing.dispatch;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.chuishao.mesh.event.DispatchEvent.LeadDesignated;
import org.chuishao.mesh.event.DispatchEvent.TicketDispatched;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.routing.category.Category;
import org.chuishao.routing.claim.QueuedTicket;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;

/** One decision about a ticket, by the rules or by a dispatcher, with what it rests on. */
@Entity
class Decision extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Column(name = "ticket_id")
    UUID ticket;

    String region;
    Instant at;

    @Column(name = "based_on")
    int basedOn;

    String outcome;
    String mode;
    String actor;
    String severity;
    String category;

    @Nullable
    Double confidence;

    @Nullable
    String model;

    String[] evidence;

    /** What a model would have chosen among; null by the rules alone. */
    @Formula("cast(candidates as text)")
    @Nullable
    String candidates;

    @Column(name = "lead_unit")
    @Nullable
    String leadUnit;

    String[] assisting;
    String[] copies;
    String basis;

    /** Sealed: the dispatcher's own. */
    @Nullable
    String words;

    boolean late;

    /** What it is about was clear: by the words, or as a person named it. */
    @Nullable
    Boolean clear;

    /** In the queue, until it was decided; null where it did not stand there. */
    @Column(name = "waited_seconds")
    @Nullable
    Double waitedSeconds;

    /** In the dispatcher's hand; null where he had not claimed it. */
    @Column(name = "handled_seconds")
    @Nullable
    Double handledSeconds;

    String[] overrides = {};

    @SuppressWarnings("NullAway.Init")
    protected Decision() {}

    /** A dispatcher's. @param named he said what it is about */
    Decision(
            RoutedTicket ticket,
            TicketDispatched dispatched,
            boolean named,
            String dispatcher,
            int basedOn,
            Instant at) {
        this.clear = named;
        this.ticket = ticket.ticket;
        this.region = dispatched.region();
        this.at = at;
        this.basedOn = basedOn;
        this.outcome = "DISPATCHED";
        this.mode = "HUMAN";
        this.actor = dispatcher;
        this.severity = dispatched.severity().name();
        this.category = dispatched.category();
        this.evidence = new String[0];
        this.leadUnit = dispatched.leadUnit();
        this.assisting = dispatched.assistingUnits().toArray(String[]::new);
        this.copies = dispatched.copies().toArray(String[]::new);
        this.basis = dispatched.basis();
        this.words = dispatched.words() == null ? null : dispatched.words().value();
    }

    /** What the queue knew of it. */
    Decision from(QueuedTicket queued) {
        waitedSeconds = seconds(queued.waited(at));
        handledSeconds = queued.inHand(actor, at).map(Decision::seconds).orElse(null);
        overrides = Overrides.of(queued, this);
        return this;
    }

    private static double seconds(Duration time) {
        return Math.max(0, time.toMillis() / 1000.0);
    }

    /** A conference's, as an adjudicator recorded it. */
    Decision(RoutedTicket ticket, LeadDesignated designated, TicketState after, String adjudicator, Instant at) {
        this.ticket = ticket.ticket;
        this.region = designated.region();
        this.at = at;
        this.basedOn = after.seen() - 1;
        this.outcome = "DISPATCHED";
        this.mode = "HUMAN";
        this.actor = adjudicator;
        this.severity = (after.severity() == null ? Severity.ORDINARY : after.severity()).name();
        this.category = after.category() == null ? Category.OTHER : after.category();
        this.evidence = designated.minutes() == null ? new String[0] : new String[] {designated.minutes()};
        this.leadUnit = designated.leadUnit();
        this.assisting = designated.assistingUnits().toArray(String[]::new);
        this.copies = new String[0];
        this.basis = Grounds.CONFERENCE;
    }
}
