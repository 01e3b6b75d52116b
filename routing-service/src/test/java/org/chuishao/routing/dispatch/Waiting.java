package org.chuishao.routing.dispatch;

import static org.awaitility.Awaitility.await;
import static org.chuishao.routing.log.Callers.as;
import static org.chuishao.routing.log.Callers.dispatcher;
import static org.chuishao.routing.log.Reference.COMMUNITY;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.Map;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.routing.log.TicketOnLog;

/** Tickets in the dispatch queue, and how a dispatcher takes them out of it. */
final class Waiting {

    static final String QUEUE = "/api/v1/dispatch-queue?limit=500";
    static final String DISPATCHES = "/api/v1/dispatches";

    private Waiting() {}

    static TicketOnLog report() {
        TicketOnLog ticket = TicketOnLog.accepted("举报夜市占道经营", "流动摊贩占道经营", Kind.REPORT, COMMUNITY);
        awaitQueued(ticket);
        return ticket;
    }

    static void awaitQueued(TicketOnLog ticket) {
        await().untilAsserted(() -> as(dispatcher("210102"))
                .get(QUEUE)
                .then()
                .body("items.ticket", hasItem(ticket.id().toString())));
    }

    static void awaitNotQueued(TicketOnLog ticket) {
        await().untilAsserted(() -> as(dispatcher("210102"))
                .get(QUEUE)
                .then()
                .body("items.ticket", not(hasItem(ticket.id().toString()))));
    }

    /** The path of its entry in the queue's reply. */
    static String entry(TicketOnLog ticket) {
        return "items.find { it.ticket == '" + ticket.id() + "' }";
    }

    static Map<String, Object> request(TicketOnLog ticket, String lead, List<String> assisting) {
        return Map.of(
                "ticket", ticket.id(), "leadUnit", lead, "assistingUnits", assisting, "reason", "职责明确，联系13812341234");
    }
}
