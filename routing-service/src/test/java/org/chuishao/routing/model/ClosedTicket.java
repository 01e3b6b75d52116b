package org.chuishao.routing.model;

import static org.awaitility.Awaitility.await;
import static org.chuishao.routing.log.Callers.as;
import static org.chuishao.routing.log.Callers.dispatcher;
import static org.hamcrest.Matchers.hasSize;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentCreated;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentResolved;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentSigned;
import org.chuishao.mesh.event.IntakeEvent.CalledBack;
import org.chuishao.mesh.event.IntakeEvent.CalledBack.Satisfaction;
import org.chuishao.mesh.event.IntakeEvent.Closed;
import org.chuishao.mesh.event.IntakeEvent.Closed.Ground;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.IntakeEvent.Reviewed;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.time.Ids;
import org.chuishao.routing.log.TicketOnLog;
import org.chuishao.routing.returns.Givers;

/** A ticket that was dispatched, done, and found good by the citizen. */
final class ClosedTicket {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String COUNTY = "210102";
    private static final String DESK = "U-TERR-" + COUNTY;

    private ClosedTicket() {}

    /** Its county is not known, so a dispatcher says where and what it is. */
    static void byHand(String title, String body, String category) {
        TicketOnLog ticket = TicketOnLog.accepted(title, body, Kind.COMPLAINT, "2101");
        await().atMost(PATIENCE)
                .until(() -> as(dispatcher("2101"))
                                .body(Map.of(
                                        "ticket",
                                        ticket.id(),
                                        "leadUnit",
                                        DESK,
                                        "region",
                                        COUNTY,
                                        "category",
                                        category,
                                        "reason",
                                        "属地办理"))
                                .post("/api/v1/dispatches")
                                .statusCode()
                        == 201);
        close(ticket);
    }

    /** As the rules dispatched it. */
    static void byItself(String title, String body) {
        TicketOnLog ticket = TicketOnLog.accepted(title, body, Kind.COMPLAINT, COUNTY);
        close(ticket);
    }

    private static void close(TicketOnLog ticket) {
        String unit = await().atMost(PATIENCE)
                .until(() -> ticket.events("ticket.dispatched"), hasSize(1))
                .get(0)
                .path("leadUnit")
                .asText();
        UUID part = Ids.next();
        ticket.write(Source.GRID, part, new AssignmentCreated(true, unit, COUNTY, null, null, null, null, "test"))
                .write(Source.GRID, part, new AssignmentSigned())
                .write(Source.GRID, part, new AssignmentResolved(true, Givers.sealed("好了"), List.of()))
                .write(Source.INTAKE, new Reviewed(true, null))
                .write(Source.INTAKE, new CalledBack(1, true, true, true, Satisfaction.SATISFIED, null))
                .write(Source.INTAKE, new Closed(Ground.SOLVED));
    }
}
