package org.chuishao.grid.clock;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chuishao.grid.clock.Superiors.Ladders;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.clock.DeadlineEffect;
import org.chuishao.mesh.clock.Firing;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.Draft;
import org.chuishao.mesh.log.PresentStates;
import org.chuishao.mesh.log.ReaderTransaction;
import org.jspecify.annotations.Nullable;

/** A unit that let a clock run out is told above: escalation and supervision (督办), up its own ladder. */
@ApplicationScoped
class SuperviseMissed implements DeadlineEffect {

    private final Superiors superiors;

    SuperviseMissed(Superiors superiors) {
        this.superiors = superiors;
    }

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<Firing> firings) {
        List<Firing> missed = firings.stream()
                .filter(it -> it.missed() && it.stoppedAt() == null)
                .toList();
        return missed.isEmpty()
                ? Uni.createFrom().voidItem()
                : PresentStates.of(
                                transaction, missed.stream().map(Firing::ticket).toList())
                        .chain(states -> tell(
                                transaction,
                                missed.stream()
                                        .filter(it -> mayAct(it, states.get(it.ticket())))
                                        .toList()));
    }

    /**
     * While a ticket is merged into another, or a conference sits over it, the log takes nothing from its units, and
     * nothing once it is archived. A mediation stands beside its ticket: that nobody has revisited it is told all the same.
     */
    private static boolean mayAct(Firing missed, @Nullable TicketState ticket) {
        return ticket == null
                || missed.act().equals(Act.MEDIATION_REVISIT.name())
                || ticket.state() != State.MERGED
                        && ticket.state() != State.DISPUTED
                        && ticket.state() != State.ARCHIVED;
    }

    private Uni<Void> tell(ReaderTransaction transaction, List<Firing> missed) {
        List<String> units =
                missed.stream().map(Firing::unit).filter(Objects::nonNull).toList();
        List<UUID> arrivals = missed.stream()
                .filter(it -> it.act().equals(Act.ARRIVE.name()))
                .map(Firing::id)
                .toList();
        return superiors.of(transaction, units).chain(ladders -> superiors
                .missedAgain(transaction, arrivals)
                .map(again -> drafts(missed, ladders, again))
                .chain(transaction::append));
    }

    private static List<Draft> drafts(List<Firing> missed, Ladders ladders, Set<UUID> again) {
        return missed.stream()
                .map(it -> ToldAbove.after(it, ladders, again.contains(it.id()))
                        .map(data -> new Draft(it.ticket(), it.round(), it.assignment(), it.seen() + 1, data)))
                .flatMap(Optional::stream)
                .toList();
    }
}
