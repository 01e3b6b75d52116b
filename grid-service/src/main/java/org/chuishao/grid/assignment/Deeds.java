package org.chuishao.grid.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.chuishao.grid.assignment.Acts.Arrival;
import org.chuishao.grid.assignment.Acts.Contact;
import org.chuishao.grid.assignment.Acts.Report;
import org.chuishao.grid.assignment.Acts.Resolution;
import org.chuishao.grid.assignment.HandleAssignment.Act;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.AssignmentEvent.ArrivedOnSite;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentResolved;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentSigned;
import org.chuishao.mesh.event.AssignmentEvent.CitizenContacted;
import org.chuishao.mesh.event.AssignmentEvent.ProgressReported;
import org.chuishao.mesh.event.Sealed;
import org.jspecify.annotations.Nullable;

/** The acts on an assignment, made of what the API takes; {@code capturedAt} where a phone kept them for a while. */
@ApplicationScoped
class Deeds {

    private final Sealer sealer;
    private final ProveArrival arrivals;

    Deeds(Sealer sealer, ProveArrival arrivals) {
        this.sealer = sealer;
        this.arrivals = arrivals;
    }

    Act sign(UUID id, @Nullable Instant capturedAt) {
        return new Act(id, new AssignmentSigned(capturedAt), (row, at) -> row.signedAt = at);
    }

    Act contact(UUID id, Contact body, @Nullable Instant capturedAt) {
        Sealed note = body.note() == null || body.note().isBlank() ? null : sealer.seal(body.note());
        return new Act(id, new CitizenContacted(body.reached(), note, capturedAt), (row, at) -> {
            if (body.reached() && row.contactedAt == null) {
                row.contactedAt = at;
            }
        });
    }

    Act arrive(UUID id, Arrival body, @Nullable Instant capturedAt) {
        ArrivedOnSite event = new ArrivedOnSite(body.said(), capturedAt);
        return new Act(id, event, (row, before, now) -> arrivals.prove(row, body, now), (row, at) -> {
            if (row.arrivedAt == null) {
                row.arrivedAt = at;
            }
        });
    }

    Act report(UUID id, Report body, @Nullable Instant capturedAt) {
        ProgressReported event =
                new ProgressReported(sealer.seal(body.note()), References.evidence(body.evidence()), capturedAt);
        return new Act(id, event, (row, at) -> {});
    }

    Act resolve(UUID id, Resolution body, @Nullable Instant capturedAt) {
        AssignmentResolved event = new AssignmentResolved(
                body.solved(), sealer.seal(body.result()), References.evidence(body.evidence()), capturedAt);
        return new Act(id, event, (row, at) -> row.resolvedAt = at);
    }
}
