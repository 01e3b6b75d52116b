package org.chuishao.local.replay.reckoning;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.chuishao.local.Service;
import org.chuishao.local.replay.book.Book;
import org.chuishao.local.replay.book.Entry;
import org.chuishao.local.replay.client.Answer;
import org.chuishao.local.replay.client.Call;
import org.chuishao.local.replay.client.MeshClient;
import org.chuishao.local.replay.client.Pages;
import org.chuishao.local.replay.client.Tokens;
import org.chuishao.mesh.scope.Roles;

/** Reads back from intake what became of a run, whatever the run itself believes. */
public final class Reckoning {

    private static final int READERS = 8;

    private final MeshClient client;
    private final String token;

    public Reckoning(MeshClient client, Tokens tokens) {
        this.client = client;
        token = tokens.ofProvince(Roles.AUDITOR);
    }

    /**
     * What intake holds of a run.
     *
     * @param states how many tickets are in which state
     * @param lost messages that were answered with 2xx and are not there
     * @param unanswered messages that intake holds although their answer never came; no fault
     * @param doubled messages with more than one ticket
     * @param faults what is wrong in timelines, each with the ticket's id
     */
    public record Holdings(
            Map<String, Integer> states,
            List<String> lost,
            int unanswered,
            List<String> doubled,
            List<String> faults) {}

    public Holdings of(Book book) throws InterruptedException {
        Map<String, List<Found>> bySource = tickets(book.run());
        List<String> lost = new ArrayList<>();
        List<String> doubled = new ArrayList<>();
        int unanswered = 0;
        for (Entry entry : book.entries()) {
            List<Found> found = bySource.getOrDefault(entry.key(), List.of());
            UUID answered = entry.fate().ticket();
            if (answered != null
                    && found.stream().noneMatch(ticket -> ticket.id().equals(answered))) {
                lost.add(entry.key());
            }
            if (found.size() > 1) {
                doubled.add(entry.key());
            }
            unanswered += answered == null && !found.isEmpty() ? 1 : 0;
        }
        return new Holdings(states(bySource), lost, unanswered, doubled, faults(bySource));
    }

    /** How many tickets of a run are in which state, by intake's list. */
    public Map<String, Integer> states(String run) throws InterruptedException {
        return states(tickets(run));
    }

    private static Map<String, Integer> states(Map<String, List<Found>> bySource) {
        Map<String, Integer> states = new TreeMap<>();
        bySource.values().forEach(all -> all.forEach(found -> states.merge(found.state(), 1, Integer::sum)));
        return states;
    }

    private Map<String, List<Found>> tickets(String run) throws InterruptedException {
        Map<String, List<Found>> bySource = new HashMap<>();
        Pages.each(client, Service.INTAKE, "/api/v1/tickets?limit=200", token, item -> {
            String source = item.path("sourceNumber").asText("");
            if (source.startsWith(run + '-')) {
                bySource.computeIfAbsent(source, key -> new ArrayList<>())
                        .add(new Found(
                                UUID.fromString(item.path("id").asText()),
                                source,
                                item.path("state").asText()));
            }
        });
        return bySource;
    }

    private List<String> faults(Map<String, List<Found>> bySource) throws InterruptedException {
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        try {
            List<Future<List<String>>> checks = bySource.values().stream()
                    .flatMap(List::stream)
                    .map(found -> readers.submit(() -> faults(found)))
                    .toList();
            List<String> faults = new ArrayList<>();
            for (Future<List<String>> check : checks) {
                faults.addAll(check.get());
            }
            return faults;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a timeline could not be read", e.getCause());
        } finally {
            readers.shutdownNow();
        }
    }

    private List<String> faults(Found found) throws InterruptedException {
        Answer answer = client.send(Call.get(Service.INTAKE, "/api/v1/tickets/" + found.id() + "/timeline", token));
        JsonNode items = answer.body().path("items");
        List<String> faults = answer.ok() && items.size() > 0
                ? Timeline.complaints(items)
                : List.of("no timeline: " + answer.status());
        return faults.stream().map(fault -> found.id() + ": " + fault).toList();
    }
}
