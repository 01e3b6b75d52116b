package org.chuishao.analytics.cockpit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.event.Actor;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentCreated;
import org.chuishao.mesh.event.DispatchEvent.Mode;
import org.chuishao.mesh.event.DispatchEvent.TicketClassified;
import org.chuishao.mesh.event.DispatchEvent.TicketDispatched;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.IntakeEvent.Channel;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.IntakeEvent.TicketAccepted;
import org.chuishao.mesh.event.IntakeEvent.TicketReceived;
import org.chuishao.mesh.event.Place;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.log.EventCodec;
import org.chuishao.mesh.reference.CategoryName;
import org.chuishao.mesh.reference.Region;
import org.chuishao.mesh.reference.Unit;
import org.chuishao.mesh.reference.UnitKind;
import org.chuishao.mesh.time.Ids;
import org.chuishao.testkit.LogProbe;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.Topics;
import org.jspecify.annotations.Nullable;

/** Tickets as the other services write them, and the reference data that they stand in. */
public final class Lives implements AutoCloseable {

    public static final Sealed WORDS = new Sealed("k.words");
    public static final String COLD = "HEATING.COLD";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final LogProbe log = new LogProbe(Mesh.shared().bootstrapServers());
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    /** One part of a ticket. */
    public record Part(UUID ticket, UUID part, String unit) {}

    public Instant now() {
        return now;
    }

    public void region(String code, String name) {
        int level = List.of(2, 4, 6, 9, 12).indexOf(code.length()) + 1;
        tell(Topics.REGIONS, code, new Region(code, level, name, code.substring(0, 2), false, null, null));
    }

    public void unit(String id, int level, String region) {
        tell(Topics.UNITS, id, new Unit(id, id + "办", UnitKind.DEPARTMENT, null, level, region, null, true));
    }

    public void category(String code, String name) {
        tell(Topics.CATEGORIES, code, new CategoryName(code, name, null));
    }

    private void tell(String topic, String key, Object value) {
        try {
            log.write(topic, key, Map.of(), JSON.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public UUID complains(String region) {
        return complains(region, Kind.COMPLAINT, false);
    }

    public UUID complains(String region, Kind kind, boolean secret) {
        UUID ticket = Ids.next();
        says(
                ticket,
                Source.INTAKE,
                null,
                new TicketReceived(
                        "N-" + ticket,
                        Channel.PHONE,
                        kind,
                        WORDS,
                        WORDS,
                        null,
                        "cockpit-caller-" + ticket,
                        new Place(null, region, null, null, null),
                        null,
                        secret,
                        null));
        says(ticket, Source.INTAKE, null, new TicketAccepted(region));
        says(
                ticket,
                Source.ROUTING,
                null,
                new TicketClassified(Severity.ORDINARY, COLD, 0.9, "rules-1", region, List.of()));
        return ticket;
    }

    /** @param grid where somebody has it; null while the unit's desk has it */
    public Part dispatched(UUID ticket, String unit, String region, @Nullable String grid) {
        says(
                ticket,
                Source.ROUTING,
                null,
                new TicketDispatched(
                        unit, List.of(), List.of(), region, Severity.ORDINARY, COLD, Mode.AUTO, "rules-1", null));
        Part part = new Part(ticket, Ids.next(), unit);
        says(
                part,
                new AssignmentCreated(
                        true,
                        unit,
                        region,
                        grid,
                        grid == null ? null : "GRID_WORKER",
                        grid == null ? null : "W-1",
                        null,
                        "test"));
        return part;
    }

    public void says(Part part, EventData data) {
        says(part.ticket(), Source.GRID, part.part(), data);
    }

    public void says(UUID ticket, Source source, @Nullable UUID part, EventData data) {
        says(ticket, source, part, now, data);
    }

    public void says(UUID ticket, Source source, @Nullable UUID part, Instant at, EventData data) {
        log.write(
                EventCodec.record(new Event(Ids.next(), ticket, source, at, 1, part, 0, Actor.service(source), data)));
    }

    @Override
    public void close() {
        log.close();
    }
}
