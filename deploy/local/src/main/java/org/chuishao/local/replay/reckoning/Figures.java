package org.chuishao.local.replay.reckoning;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.chuishao.local.Service;
import org.chuishao.local.replay.client.Answer;
import org.chuishao.local.replay.client.Call;
import org.chuishao.local.replay.client.MeshClient;
import org.chuishao.local.replay.client.Tokens;
import org.chuishao.mesh.scope.Roles;

/** How many tickets are in each state by analytics' figures, for the whole province. */
public final class Figures {

    private final MeshClient client;
    private final String token;

    public Figures(MeshClient client, Tokens tokens) {
        this.client = client;
        token = tokens.ofProvince(Roles.ANALYST);
    }

    public Map<String, Integer> states() throws InterruptedException {
        Answer answer = client.send(Call.get(Service.ANALYTICS, "/api/v1/figures?level=province&by=state", token));
        if (!answer.ok()) {
            throw new IllegalStateException("figures: " + answer.status() + ' ' + answer.body());
        }
        Map<String, Integer> states = new TreeMap<>();
        for (JsonNode item : answer.body().path("items")) {
            states.merge(item.path("state").asText(), item.path("tickets").asInt(), Integer::sum);
        }
        states.values().removeIf(count -> count == 0);
        return states;
    }

    /** What was added between two readings; a state that lost tickets has a negative number. */
    public static Map<String, Integer> added(Map<String, Integer> before, Map<String, Integer> after) {
        Map<String, Integer> added = new TreeMap<>(after);
        before.forEach((state, count) -> added.merge(state, -count, Integer::sum));
        added.values().removeIf(count -> count == 0);
        return added;
    }
}
