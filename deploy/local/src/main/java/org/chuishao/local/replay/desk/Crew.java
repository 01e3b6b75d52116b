package org.chuishao.local.replay.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.chuishao.local.Addresses;
import org.chuishao.local.Service;
import org.chuishao.local.replay.book.Book;
import org.chuishao.local.replay.book.Stage;
import org.chuishao.local.replay.client.EventStream;
import org.chuishao.local.replay.client.GaveUp;
import org.chuishao.local.replay.client.MeshClient;
import org.chuishao.local.replay.client.Tokens;
import org.chuishao.mesh.scope.Roles;

/** Everybody who has a part in a ticket's way, except for who takes it down. They touch the run's own tickets only. */
public final class Crew implements AutoCloseable {

    private static final int WORKERS = 16;
    private static final int CLERKS = 6;
    private static final long PAUSE_MILLIS = 700;
    private static final JsonNode PASSED = JsonNodeFactory.instance.objectNode().put("passed", true);
    private static final JsonNode CONTENT = JsonNodeFactory.instance
            .objectNode()
            .put("reached", true)
            .put("contacted", true)
            .put("solved", true)
            .put("satisfaction", "SATISFIED");

    private final Book book;
    private final List<Hands> all = new ArrayList<>();
    private final FieldWorkers field;
    private final List<Desk> desks;
    private final ScheduledExecutorService rounds;
    private final List<EventStream> streams;
    private volatile boolean working;

    public Crew(Book book, MeshClient client, Tokens tokens, Addresses addresses) {
        this.book = book;
        field = new FieldWorkers(book, client, tokens, hands(WORKERS));
        String reviewer = tokens.ofProvince(Roles.REVIEWER);
        String agent = tokens.ofProvince(Roles.AGENT);
        desks = List.of(
                field,
                new DispatchDesk(book, client, hands(CLERKS), tokens.ofProvince(Roles.DISPATCHER)),
                new TicketDesk(book, client, hands(CLERKS), reviewer, "PENDING_REVIEW", "reviews", PASSED, null),
                new TicketDesk(
                        book, client, hands(CLERKS), agent, "PENDING_CALLBACK", "callbacks", CONTENT, Stage.CLOSED));
        rounds = Executors.newScheduledThreadPool(desks.size());
        String supervisor = tokens.ofProvince(Roles.SUPERVISOR);
        streams = addresses.all(Service.GRID).stream()
                .map(grid -> EventStream.open(URI.create(grid + "/api/v1/inbox/stream"), supervisor, this::hear))
                .toList();
    }

    /** Begins the work; without it the crew only watches the inboxes. */
    public void work() {
        working = true;
        desks.forEach(desk ->
                rounds.scheduleWithFixedDelay(() -> sweep(desk), PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS));
    }

    /** What went otherwise than it should, and how often. */
    public Map<String, Long> troubles() {
        Map<String, Long> troubles = new TreeMap<>();
        all.forEach(hands -> hands.troubles().forEach((words, times) -> troubles.merge(words, times.sum(), Long::sum)));
        return troubles;
    }

    @Override
    public void close() {
        streams.forEach(EventStream::close);
        rounds.shutdownNow();
        all.forEach(Hands::close);
    }

    private Hands hands(int number) {
        Hands hands = new Hands(number);
        all.add(hands);
        return hands;
    }

    private void hear(JsonNode event) {
        if (event.hasNonNull("assignment")) {
            UUID ticket = UUID.fromString(event.path("ticket").asText());
            book.reached(Stage.IN_INBOX, ticket, System.nanoTime());
            if (working && event.path("phase").asText().equals("PENDING_SIGN")) {
                field.hear(UUID.fromString(event.path("assignment").asText()), ticket);
            }
        }
    }

    private void sweep(Desk desk) {
        try {
            desk.sweep();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (GaveUp | IllegalStateException e) {
            all.get(0).trouble(String.valueOf(e.getMessage()));
        }
    }
}
