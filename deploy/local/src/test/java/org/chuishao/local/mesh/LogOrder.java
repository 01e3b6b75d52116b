package org.chuishao.local.mesh;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.chuishao.local.Service;
import org.chuishao.local.replay.client.Answer;
import org.chuishao.local.replay.client.Call;
import org.chuishao.local.replay.client.MeshClient;
import org.chuishao.testkit.LogProbe;
import org.chuishao.testkit.LogProbe.Found;
import org.chuishao.testkit.Topics;

/** What stands on the log about each ticket, to be held against what a service made of it. */
record LogOrder(Map<String, List<Found>> byTicket) {

    static LogOrder read(String bootstrapServers) {
        try (LogProbe probe = new LogProbe(bootstrapServers)) {
            return new LogOrder(probe.read(Topics.TICKETS).stream().collect(Collectors.groupingBy(Found::key)));
        }
    }

    /** A ticket's events in the log's order; one that was sent again counts where it stood first. */
    Set<String> events(UUID ticket) {
        return byTicket.getOrDefault(ticket.toString(), List.of()).stream()
                .map(found -> found.headers().getOrDefault("ce_id", ""))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** How many of the events that their author had seen stand before each one, as the author said. */
    boolean saysWhatWasSeen(UUID ticket) {
        Map<String, Found> first = byTicket.getOrDefault(ticket.toString(), List.of()).stream()
                .collect(Collectors.toMap(
                        found -> found.headers().getOrDefault("ce_id", ""), found -> found, (one, again) -> one));
        int position = 0;
        for (String id : events(ticket)) {
            Found found = first.get(id);
            if (found == null || Integer.parseInt(found.headers().getOrDefault("ce_basedon", "")) > position) {
                return false;
            }
            position++;
        }
        return true;
    }

    /** A ticket's events as intake's timeline has them. */
    static List<String> timeline(MeshClient client, String token, UUID ticket) throws InterruptedException {
        Answer answer = client.send(Call.get(Service.INTAKE, "/api/v1/tickets/" + ticket + "/timeline", token));
        return StreamSupport.stream(answer.body().path("items").spliterator(), false)
                .map(item -> item.path("id").asText())
                .toList();
    }
}
