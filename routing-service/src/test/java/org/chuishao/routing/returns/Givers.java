package org.chuishao.routing.returns;

import static org.awaitility.Awaitility.await;
import static org.chuishao.routing.log.Callers.as;
import static org.chuishao.routing.log.Reference.COMMUNITY;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentCreated;
import org.chuishao.mesh.event.AssignmentEvent.ReturnRequested;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.time.Ids;
import org.chuishao.routing.log.TicketOnLog;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.Mesh;

/** Units that want to give a ticket back, as grid would write it, and their adjudicator. */
public final class Givers {

    public static final String RETURNS = "/api/v1/returns";
    static final Bearer ADJUDICATOR = adjudicator("2101");
    private static final Sealer SEALER = new Sealer(Mesh.shared().secrets().log());

    private Givers() {}

    public static Sealed sealed(String words) {
        return SEALER.seal(words);
    }

    public static Bearer adjudicator(String region) {
        return Bearer.of("adjudicator").subject("adjudicator-" + region).regions(region);
    }

    /** Dispatched by itself to the heating company. */
    public static TicketOnLog dispatched() {
        TicketOnLog ticket = TicketOnLog.accepted("家里暖气不热", "室温不达标", Kind.COMPLAINT, COMMUNITY);
        await().until(() -> ticket.events("ticket.dispatched"), hasSize(1));
        return ticket;
    }

    /** The unit's assignment, which it wants to give back. */
    public static UUID gives(TicketOnLog ticket, String unit, boolean lead, String suggested) {
        UUID part = Ids.next();
        ticket.write(Source.GRID, part, new AssignmentCreated(lead, unit, COMMUNITY, null, null, null, null, "test"))
                .write(
                        Source.GRID,
                        part,
                        new ReturnRequested(SEALER.seal("条例第九条，联系13900001234"), suggested, "leader-7"));
        awaitListed(part);
        return part;
    }

    private static void awaitListed(UUID part) {
        await().untilAsserted(() ->
                as(ADJUDICATOR).get(RETURNS + "?limit=500").then().body("items.assignment", hasItem(part.toString())));
    }

    /** The path of its entry in the list. */
    static String entry(UUID part) {
        return "items.find { it.assignment == '" + part + "' }";
    }

    public static ValidatableResponse adjudicate(UUID part, boolean granted) {
        return as(ADJUDICATOR)
                .body(Map.of("granted", granted, "reason", "按条例，联系13900001234"))
                .post(RETURNS + "/" + part + "/adjudication")
                .then();
    }
}
