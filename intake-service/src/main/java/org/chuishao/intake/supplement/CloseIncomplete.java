package org.chuishao.intake.supplement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.chuishao.intake.clock.RunOut;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.clock.DeadlineEffect;
import org.chuishao.mesh.clock.Firing;
import org.chuishao.mesh.event.IntakeEvent.Closed;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.log.ReaderTransaction;

/** Closes what its citizen did not supplement in time; all that he said before is kept. */
@ApplicationScoped
class CloseIncomplete implements DeadlineEffect {

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<Firing> firings) {
        return RunOut.of(transaction, firings, Act.SUPPLEMENT)
                .chain(tickets -> RunOut.write(
                        transaction,
                        tickets,
                        (ticket, now) ->
                                now.state() == State.NEEDS_INFO ? new Closed(Closed.Ground.INCOMPLETE) : null));
    }
}
