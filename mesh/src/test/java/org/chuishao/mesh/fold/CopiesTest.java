package org.chuishao.mesh.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuishao.mesh.event.EventType.ASSIGNMENT_CREATED;
import static org.chuishao.mesh.event.EventType.RETURN_REQUESTED;
import static org.chuishao.mesh.event.EventType.TICKET_ACCEPTED;
import static org.chuishao.mesh.event.EventType.TICKET_RECEIVED;
import static org.chuishao.mesh.fold.Samples.LEAD;
import static org.chuishao.mesh.fold.Samples.REGION;
import static org.chuishao.mesh.fold.Samples.UNIT;

import java.util.List;
import org.chuishao.mesh.event.DispatchEvent.Mode;
import org.chuishao.mesh.event.DispatchEvent.TicketDispatched;
import org.chuishao.mesh.event.EventType;
import org.chuishao.mesh.event.Severity;
import org.junit.jupiter.api.Test;

class CopiesTest {

    @Test
    void who_was_to_be_told_of_a_dispatch_is_known_also_after_the_next_one() {
        Life life = Life.begins()
                .then(TICKET_RECEIVED)
                .then(TICKET_ACCEPTED)
                .then(dispatch("U-TERR-210102001"))
                .then(ASSIGNMENT_CREATED)
                .then(EventType.ASSIGNMENT_SIGNED)
                .then(RETURN_REQUESTED)
                .then(Samples.adjudicated(LEAD, true))
                .then(dispatch("U-TERR-210102"));

        assertThat(life.ticket().copies()).containsExactly("U-TERR-210102001", "U-TERR-210102");
    }

    private static TicketDispatched dispatch(String copied) {
        return new TicketDispatched(
                UNIT, List.of(), List.of(copied), REGION, Severity.ORDINARY, "HEATING", Mode.AUTO, "catalogue", null);
    }
}
