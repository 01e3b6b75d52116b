package org.chuishao.local.replay.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.chuishao.local.Service;
import org.chuishao.local.replay.book.Book;
import org.chuishao.local.replay.book.Stage;
import org.chuishao.local.replay.client.MeshClient;
import org.chuishao.local.replay.client.Pages;
import org.chuishao.local.replay.desk.Acting.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A desk of the centre: one act on every ticket in one state.
 *
 * @param act the sub-resource that the act is posted to
 * @param brings how far a message has come by it
 */
record TicketDesk(
        Book book,
        MeshClient client,
        Hands hands,
        String token,
        String state,
        String act,
        JsonNode words,
        @Nullable Stage brings)
        implements Desk {

    @Override
    public void sweep() throws InterruptedException {
        if (!hands.full()) {
            String path = "/api/v1/tickets?limit=100&state=" + state;
            Pages.each(client, Service.INTAKE, path, token, this::see, () -> !hands.full());
        }
    }

    private void see(JsonNode listed) {
        UUID ticket = UUID.fromString(listed.path("id").asText());
        if (book.owns(ticket)) {
            String once = act + '-' + ticket + '-' + listed.path("round").asInt(1);
            hands.take(once, () -> handle(ticket, once));
        }
    }

    private boolean handle(UUID ticket, String key) throws InterruptedException {
        String path = "/api/v1/tickets/" + ticket + '/' + act;
        Outcome outcome = new Acting(client, hands).act(Service.INTAKE, path, key, token, words);
        if (outcome == Outcome.DONE && brings != null) {
            book.reached(brings, ticket, System.nanoTime());
        }
        return outcome == Outcome.DONE;
    }
}
