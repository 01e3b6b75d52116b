package org.chuishao.intake.callback;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.IntakeEvent.CalledBack;
import org.chuishao.mesh.event.IntakeEvent.CalledBack.Satisfaction;
import org.chuishao.mesh.scope.Roles;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to call a citizen back, or the citizen's own rating, by the id of its event; never changed, at most annulled.
 */
@Entity
@Table(name = "callback")
class Callback {

    @Id
    UUID id;

    @Column(name = "ticket_id")
    UUID ticket;

    int round;
    int attempt;
    Instant at;
    String agent;

    @Column(name = "by_citizen")
    boolean byCitizen;

    boolean reached;

    @Nullable
    Boolean contacted;

    @Nullable
    Boolean solved;

    @Enumerated(EnumType.STRING)
    @Nullable
    Satisfaction satisfaction;

    @Nullable
    String words;

    boolean annulled;

    @SuppressWarnings("NullAway.Init")
    protected Callback() {}

    Callback(Event event, CalledBack call) {
        this.id = event.id();
        this.ticket = event.ticket();
        this.round = event.round();
        this.attempt = call.attempt();
        this.at = event.at();
        this.agent = event.actor().id();
        this.byCitizen = event.actor().role().equals(Roles.CITIZEN);
        this.reached = call.reached();
        this.contacted = call.contacted();
        this.solved = call.solved();
        this.satisfaction = call.satisfaction();
        this.words = call.words() == null ? null : call.words().value();
    }
}
