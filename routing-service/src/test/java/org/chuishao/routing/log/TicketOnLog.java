package org.chuishao.routing.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.Actor;
import org.chuishao.mesh.event.AssignmentEvent.GridReported;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.IntakeEvent.Channel;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.IntakeEvent.Supplemented;
import org.chuishao.mesh.event.IntakeEvent.TicketAccepted;
import org.chuishao.mesh.event.IntakeEvent.TicketReceived;
import org.chuishao.mesh.event.Place;
import org.chuishao.mesh.event.Place.Crs;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.log.EventCodec;
import org.chuishao.mesh.time.Ids;
import org.chuishao.testkit.LogProbe;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.Topics;
import org.jspecify.annotations.Nullable;

/** A ticket of a test, written to the log as intake would write it. */
public final class TicketOnLog {

    private static final LogProbe LOG = new LogProbe(Mesh.shared().bootstrapServers());
    private static final Sealer SEALER = new Sealer(Mesh.shared().secrets().log());
    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        // Readers and relays of a service that has just started on a busy machine take a while.
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
        Reference.publish(LOG);
    }

    private static final String COMMUNITY_GRID = Reference.COMMUNITY + "101";

    private final UUID id = Ids.next();
    private final String region;

    private TicketOnLog(String region) {
        this.region = region;
    }

    public static TicketOnLog received(
            String title, String content, Kind kind, Channel channel, String region, boolean secret) {
        return received(SEALER.seal(title), SEALER.seal(content), kind, channel, region, secret);
    }

    /** With words that no key here opens. */
    public static TicketOnLog receivedClosed(String region) {
        Sealed closed = new Sealed("k9.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        return received(closed, closed, Kind.COMPLAINT, Channel.PHONE, region, false);
    }

    /** With a position (GCJ-02), and no more of the place than its province. */
    public static TicketOnLog acceptedAt(String title, double longitude, double latitude) {
        Place place = new Place(null, "21", longitude, latitude, Crs.GCJ02);
        Sealed words = SEALER.seal(title);
        return received(words, words, Kind.COMPLAINT, Channel.PHONE, place, false)
                .accept();
    }

    /** Found by a worker on patrol, as grid would write it. */
    public static TicketOnLog found(String title, String content, String region) {
        Place place = new Place(SEALER.seal("桥洞下"), region, null, null, null);
        return new TicketOnLog(region)
                .write(
                        Source.GRID,
                        new GridReported(
                                SEALER.seal(title), SEALER.seal(content), place, COMMUNITY_GRID, List.of(), false));
    }

    /** Of a confirmed warning, as intake would write it. */
    public static TicketOnLog ofWarning(String title, String content, @Nullable String category, String region) {
        Place place = new Place(null, region, null, null, null);
        TicketOnLog ticket = new TicketOnLog(region);
        return ticket.write(
                        Source.INTAKE,
                        new TicketReceived(
                                "N-" + ticket.id.toString().substring(24),
                                Channel.WARNING,
                                Kind.COMPLAINT,
                                SEALER.seal(title),
                                SEALER.seal(content),
                                null,
                                null,
                                place,
                                null,
                                false,
                                null,
                                category))
                .accept();
    }

    private static TicketOnLog received(
            Sealed title, Sealed content, Kind kind, Channel channel, String region, boolean secret) {
        Place place = new Place(SEALER.seal("三单元五楼"), region, null, null, null);
        return received(title, content, kind, channel, place, secret);
    }

    private static TicketOnLog received(
            Sealed title, Sealed content, Kind kind, Channel channel, Place place, boolean secret) {
        TicketOnLog ticket = new TicketOnLog(Objects.requireNonNull(place.region()));
        String number = "N-" + ticket.id.toString().substring(24);
        return ticket.write(
                Source.INTAKE,
                new TicketReceived(number, channel, kind, title, content, null, "hash", place, null, secret, null));
    }

    public static TicketOnLog accepted(String title, String content, Kind kind, String region) {
        return received(title, content, kind, Channel.PHONE, region, false).accept();
    }

    public TicketOnLog accept() {
        return write(Source.INTAKE, new TicketAccepted(region));
    }

    /** The citizen says more. */
    public TicketOnLog supplement(String words) {
        return write(Source.INTAKE, new Supplemented(SEALER.seal(words), null));
    }

    public TicketOnLog write(Source source, EventData data) {
        return write(source, 1, data);
    }

    public TicketOnLog write(Source source, int round, EventData data) {
        return write(source, round, null, data);
    }

    /** About one unit's part in it. */
    public TicketOnLog write(Source source, UUID assignment, EventData data) {
        return write(source, 1, assignment, data);
    }

    private TicketOnLog write(Source source, int round, @Nullable UUID assignment, EventData data) {
        Actor actor = Actor.service(source);
        return write(new Event(Ids.next(), id, source, Instant.now(), round, assignment, 0, actor, data));
    }

    private TicketOnLog write(Event event) {
        LOG.write(Topics.TICKETS, id.toString(), headers(event), EventCodec.data(event));
        return this;
    }

    /** Writes what stands on the log of this ticket a second time, as Kafka may deliver it. */
    public TicketOnLog deliverAgain() {
        LOG.read(Topics.TICKETS, id.toString())
                .forEach(found -> LOG.write(Topics.TICKETS, found.key(), found.headers(), found.value()));
        return this;
    }

    public UUID id() {
        return id;
    }

    /** The data of its events of a type, by the type's short name. */
    public List<JsonNode> events(String type) {
        return LOG.read(Topics.TICKETS, id.toString()).stream()
                .filter(found ->
                        ("org.chuishao." + type + ".v1").equals(found.headers().get("ce_type")))
                .map(found -> tree(found.value()))
                .toList();
    }

    /** All that stands on the log of it, as text. */
    public String raw() {
        return LOG.read(Topics.TICKETS, id.toString()).toString();
    }

    private static JsonNode tree(@Nullable String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> headers(Event event) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("content-type", "application/json");
        tree(EventCodec.attributesJson(event))
                .properties()
                .forEach(it -> headers.put("ce_" + it.getKey(), it.getValue().asText()));
        return headers;
    }
}
