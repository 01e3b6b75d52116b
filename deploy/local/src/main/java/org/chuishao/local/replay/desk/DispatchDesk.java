package org.chuishao.local.replay.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.UUID;
import org.chuishao.local.Service;
import org.chuishao.local.replay.book.Book;
import org.chuishao.local.replay.client.MeshClient;
import org.chuishao.local.replay.client.Pages;
import org.chuishao.local.replay.desk.Acting.Outcome;

/** Dispatchers: what the rules leave open goes to the county's desk, which holds what nobody else must. */
record DispatchDesk(Book book, MeshClient client, Hands hands, String token) implements Desk {

    private static final int COUNTY_DIGITS = 6;

    @Override
    public void sweep() throws InterruptedException {
        if (!hands.full()) {
            String path = "/api/v1/dispatch-queue?limit=100";
            Pages.each(client, Service.ROUTING, path, token, this::see, () -> !hands.full());
        }
    }

    private void see(JsonNode waiting) {
        UUID ticket = UUID.fromString(waiting.path("ticket").asText());
        if (book.owns(ticket)) {
            hands.take("dispatch " + ticket, () -> handle(ticket, waiting));
        }
    }

    private boolean handle(UUID ticket, JsonNode waiting) throws InterruptedException {
        String region = waiting.path("region").asText();
        if (region.length() < COUNTY_DIGITS) {
            hands.trouble("in the dispatch queue without a county: " + region);
            return false;
        }
        JsonNode dispatch = JsonNodeFactory.instance
                .objectNode()
                .put("ticket", ticket.toString())
                .put("leadUnit", "U-TERR-" + region.substring(0, COUNTY_DIGITS))
                .put("reason", "职责不清，由区县兜底");
        return new Acting(client, hands)
                        .act(Service.ROUTING, "/api/v1/dispatches", "dispatch-" + ticket, token, dispatch)
                == Outcome.DONE;
    }
}
