package org.chuishao.grid.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.Actor;
import org.chuishao.mesh.event.DispatchEvent.TicketDispatched;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.IntakeEvent.Channel;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.IntakeEvent.TicketAccepted;
import org.chuishao.mesh.event.IntakeEvent.TicketReceived;
import org.chuishao.mesh.event.Place;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.location.Position;
import org.chuishao.mesh.log.EventCodec;
import org.chuishao.mesh.time.Ids;
import org.chuishao.testkit.LogProbe;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.Topics;
import org.jspecify.annotations.Nullable;

/** A ticket of a test, written to the log as intake and routing would write it. */
public final class TicketOnLog {

    private static final LogProbe LOG = new LogProbe(Mesh.shared().bootstrapServers());
    private static final Sealer SEALER = new Sealer(Mesh.shared().secrets().log());
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static {
        // The first request of a service that has just started on a busy machine takes a while.
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

    private final UUID id;

    private TicketOnLog(UUID id) {
        this.id = id;
    }

    /** One that a service wrote. */
    public static TicketOnLog known(UUID id) {
        return new TicketOnLog(id);
    }

    /** Received and accepted, for a region. */
    public static TicketOnLog accepted(String title, String region) {
        return accepted(Kind.COMPLAINT, false, title, region);
    }

    public static TicketOnLog accepted(Kind kind, boolean secret, String title, String region) {
        return accepted(kind, secret, title, region, null);
    }

    /** @param at where it is, as a map kit gave it */
    public static TicketOnLog accepted(Kind kind, boolean secret, String title, String region, @Nullable Position at) {
        TicketOnLog ticket = new TicketOnLog(Ids.next());
        Place place = new Place(
                SEALER.seal("五里河街 12 号"),
                region,
                at == null ? null : at.longitude(),
                at == null ? null : at.latitude(),
                at == null ? null : at.crs());
        ticket.write(
                Source.INTAKE,
                new TicketReceived(
                        "N-" + ticket.id.toString().substring(24),
                        Channel.PHONE,
                        kind,
                        SEALER.seal(title),
                        SEALER.seal(title + "，请尽快处理"),
                        null,
                        "hash",
                        place,
                        null,
                        secret,
                        null));
        ticket.write(Source.INTAKE, new TicketAccepted(region));
        return ticket;
    }

    public TicketOnLog dispatched(String region, Severity severity, String lead, String... assisting) {
        return dispatched(region, severity, lead, List.of(assisting), List.of());
    }

    public TicketOnLog dispatched(
            String region, Severity severity, String lead, List<String> assisting, List<String> copies) {
        return write(
                Source.ROUTING,
                new TicketDispatched(
                        lead,
                        assisting,
                        copies,
                        region,
                        severity,
                        "heating.cold",
                        TicketDispatched.Mode.AUTO,
                        "test",
                        null));
    }

    public TicketOnLog write(Source source, EventData data) {
        return write(source, 1, data);
    }

    public TicketOnLog write(Source source, int round, EventData data) {
        return write(source, round, null, data);
    }

    /** About an assignment. */
    public TicketOnLog write(Source source, UUID assignment, EventData data) {
        return write(source, 1, assignment, data);
    }

    public TicketOnLog write(Source source, int round, @Nullable UUID assignment, EventData data) {
        Event event =
                new Event(Ids.next(), id, source, Instant.now(), round, assignment, 0, Actor.service(source), data);
        LOG.write(Topics.TICKETS, id.toString(), headers(event), EventCodec.data(event));
        return this;
    }

    public UUID id() {
        return id;
    }

    /** What stands on the log of this ticket. */
    public List<LogProbe.Found> events() {
        return LOG.read(Topics.TICKETS, id.toString());
    }

    /** What stands on the log of this ticket, by the short names of the types. */
    public List<LogProbe.Found> events(String type) {
        return events().stream()
                .filter(found ->
                        ("org.chuishao." + type + ".v1").equals(found.headers().get("ce_type")))
                .toList();
    }

    /** Opens what an event has sealed. */
    public static String open(LogProbe.Found event, String field) {
        try {
            String sealed = MAPPER.readTree(event.value()).path(field).asText();
            return SEALER.open(new org.chuishao.mesh.event.Sealed(sealed));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> headers(Event event) {
        try {
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put("ce_specversion", "1.0");
            headers.put("content-type", "application/json");
            MAPPER.readTree(EventCodec.attributesJson(event))
                    .properties()
                    .forEach(
                            it -> headers.put("ce_" + it.getKey(), it.getValue().asText()));
            return headers;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
