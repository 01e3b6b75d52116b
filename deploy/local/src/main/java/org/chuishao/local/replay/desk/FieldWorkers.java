package org.chuishao.local.replay.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.chuishao.local.Service;
import org.chuishao.local.replay.book.Book;
import org.chuishao.local.replay.book.Stage;
import org.chuishao.local.replay.client.Answer;
import org.chuishao.local.replay.client.Call;
import org.chuishao.local.replay.client.MeshClient;
import org.chuishao.local.replay.client.Pages;
import org.chuishao.local.replay.client.Tokens;
import org.chuishao.local.replay.desk.Acting.Outcome;
import org.chuishao.mesh.scope.Roles;

/** Grid workers and the desks of units: they sign, contact the citizen and report a result, each under their own name. */
final class FieldWorkers implements Desk {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectNode NOTHING = JSON.objectNode();
    private static final ObjectNode CONTACT =
            JSON.objectNode().put("reached", true).put("note", "已先行联系诉求人");
    private static final ObjectNode RESULT =
            JSON.objectNode().put("solved", true).put("result", "已到现场处理，诉求人知晓");

    private final Book book;
    private final MeshClient client;
    private final Tokens tokens;
    private final Hands hands;
    private final Acting acting;
    private final String supervisor;

    FieldWorkers(Book book, MeshClient client, Tokens tokens, Hands hands) {
        this.book = book;
        this.client = client;
        this.tokens = tokens;
        this.hands = hands;
        acting = new Acting(client, hands);
        supervisor = tokens.ofProvince(Roles.SUPERVISOR);
    }

    /** Takes up what an inbox's stream tells: the worker opens the task to see whose it is. */
    void hear(UUID assignment, UUID ticket) {
        if (book.owns(ticket)) {
            hands.take("assignment " + assignment, () -> {
                Answer task = client.send(Call.get(Service.GRID, "/api/v1/assignments/" + assignment, supervisor));
                return task.ok() && handle(task.body(), ticket);
            });
        }
    }

    private void see(JsonNode assignment) {
        UUID ticket = UUID.fromString(assignment.path("ticket").asText());
        if (book.owns(ticket)) {
            hands.take("assignment " + assignment.path("id").asText(), () -> handle(assignment, ticket));
        }
    }

    /** The net under the stream: what was given out while nobody listened, or was left half-way. */
    @Override
    public void sweep() throws InterruptedException {
        for (String phase : new String[] {"PENDING_SIGN", "IN_PROGRESS"}) {
            if (!hands.full()) {
                String path = "/api/v1/assignments?limit=100&phase=" + phase;
                Pages.each(client, Service.GRID, path, supervisor, this::see, () -> !hands.full());
            }
        }
    }

    private boolean handle(JsonNode assignment, UUID ticket) throws InterruptedException {
        String path = "/api/v1/assignments/" + assignment.path("id").asText();
        String worker = assignment.path("worker").asText("null");
        String token =
                worker.equals("null") ? tokens.ofUnit(assignment.path("unit").asText()) : tokens.ofWorker(worker);
        if (assignment.path("phase").asText().equals("PENDING_SIGN")
                && acting.act(Service.GRID, path + "/signatures", token, NOTHING) == Outcome.REFUSED) {
            return false;
        }
        if (acting.act(Service.GRID, path + "/contacts", token, CONTACT) == Outcome.REFUSED) {
            return false;
        }
        if (acting.act(Service.GRID, path + "/resolutions", token, RESULT) != Outcome.DONE) {
            return false;
        }
        if (assignment.path("lead").asBoolean(true)) {
            book.reached(Stage.RESOLVED, ticket, System.nanoTime());
        }
        return true;
    }
}
