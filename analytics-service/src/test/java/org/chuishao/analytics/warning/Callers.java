package org.chuishao.analytics.warning;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.Actor;
import org.chuishao.mesh.event.DispatchEvent.TicketClassified;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.IntakeEvent.Answered;
import org.chuishao.mesh.event.IntakeEvent.Channel;
import org.chuishao.mesh.event.IntakeEvent.Closed;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.IntakeEvent.SecrecyChanged;
import org.chuishao.mesh.event.IntakeEvent.TicketAccepted;
import org.chuishao.mesh.event.IntakeEvent.TicketReceived;
import org.chuishao.mesh.event.IntakeEvent.Withdrawn;
import org.chuishao.mesh.event.Meaning;
import org.chuishao.mesh.event.Place;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.log.EventCodec;
import org.chuishao.mesh.time.Ids;
import org.chuishao.testkit.LogProbe;
import org.jspecify.annotations.Nullable;

/** People who call, as the log has them: received, accepted and classified by the other services. */
final class Callers {

    private final LogProbe log;
    private final Sealer sealer;

    Callers(LogProbe log, Sealer sealer) {
        this.log = log;
        this.sealer = sealer;
    }

    UUID complains(String who, String region, String category, Instant at) {
        return complains(who, region, category, at, Severity.ORDINARY, "家里暖气不热");
    }

    UUID complains(String who, String region, String category, Instant at, Severity severity, String words) {
        UUID ticket = Ids.next();
        received(ticket, Channel.PHONE, who, region, at, words);
        classified(ticket, region, category, at, severity);
        return ticket;
    }

    /** As routing writes it where a model has read the words. */
    UUID means(String who, String region, String category, Instant at, Meaning meaning) {
        UUID ticket = Ids.next();
        received(ticket, Channel.PHONE, who, region, at, "屋里冷");
        write(
                ticket,
                Source.ROUTING,
                at,
                new TicketClassified(Severity.ORDINARY, category, 0.9, "kernel-2", region, List.of(), meaning));
        return ticket;
    }

    void becomesSecret(UUID ticket, Instant at) {
        write(ticket, Source.INTAKE, at, new SecrecyChanged(true, sealer.seal("涉密")));
    }

    /** A proactive ticket from its beginning until nobody works on it any more. */
    void isAnswered(UUID ticket, String region, String category, Instant at) {
        received(ticket, Channel.WARNING, null, region, at, "预警");
        classified(ticket, region, category, at, Severity.ORDINARY);
        write(ticket, Source.INTAKE, at, new Answered(sealer.seal("已处理"), null));
    }

    /** And to its end. */
    void closes(UUID ticket, String region, String category, Instant at) {
        isAnswered(ticket, region, category, at);
        write(ticket, Source.INTAKE, at, new Closed(Closed.Ground.SOLVED));
    }

    private void received(UUID ticket, Channel channel, @Nullable String who, String region, Instant at, String words) {
        TicketReceived received = new TicketReceived(
                "N-" + ticket,
                channel,
                Kind.COMPLAINT,
                sealer.seal(words),
                sealer.seal(words),
                null,
                who,
                new Place(null, region, null, null, null),
                null,
                false,
                null);
        write(ticket, Source.INTAKE, at, received);
        write(ticket, Source.INTAKE, at, new TicketAccepted(region));
    }

    void classified(UUID ticket, String region, String category, Instant at, Severity severity) {
        write(ticket, Source.ROUTING, at, new TicketClassified(severity, category, 0.9, "rules-1", region, List.of()));
    }

    void withdraws(UUID ticket, Instant at) {
        write(ticket, Source.INTAKE, at, new Withdrawn("RESOLVED"));
    }

    private void write(UUID ticket, Source source, Instant at, EventData data) {
        log.write(
                EventCodec.record(new Event(Ids.next(), ticket, source, at, 1, null, 0, Actor.service(source), data)));
    }
}
