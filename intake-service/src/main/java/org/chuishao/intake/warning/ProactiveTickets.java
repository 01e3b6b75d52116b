package org.chuishao.intake.warning;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.chuishao.intake.number.TicketNumbers;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.Actor;
import org.chuishao.mesh.event.IntakeEvent.Channel;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.IntakeEvent.Supplemented;
import org.chuishao.mesh.event.IntakeEvent.TicketAccepted;
import org.chuishao.mesh.event.IntakeEvent.TicketReceived;
import org.chuishao.mesh.event.Place;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.Draft;
import org.chuishao.mesh.log.PresentStates;
import org.chuishao.mesh.log.ReaderTransaction;

/** The ticket of a confirmed warning: nobody called, so it is accepted as it comes. */
@ApplicationScoped
class ProactiveTickets {

    private static final String TICKET = """
            insert into ticket (id, number, state, channel, kind, region, title, content, source_number, received_at,
                received_by)
            values ($1, $2, 'PENDING_DISPATCH', 'WARNING', 'COMPLAINT', $3, $4, $5, $6, $7, $8)
            """;
    private static final String INCIDENT = """
            insert into incident (ticket_id, warning, number, state, made_at)
            values ($1, $2, $3, 'PENDING_DISPATCH', $4)
            """;

    private final TicketNumbers numbers;
    private final Sealer sealer;

    ProactiveTickets(TicketNumbers numbers, Sealer sealer) {
        this.numbers = numbers;
        this.sealer = sealer;
    }

    /** Once, however often it is told of; the transaction holds the ticket's lock. */
    Uni<Void> make(ReaderTransaction transaction, Confirmed warning) {
        return present(transaction, warning)
                .chain(now -> isThere(now)
                        ? Uni.createFrom().voidItem()
                        : numbers.next().chain(number -> write(transaction, warning, number)));
    }

    /** What its units are to know beside what it was made with; of one that is over nobody need know more. */
    Uni<Void> supplement(ReaderTransaction transaction, Confirmed warning) {
        String note = warning.note();
        return note == null
                ? Uni.createFrom().voidItem()
                : present(transaction, warning)
                        .chain(now -> now.state().settled()
                                ? Uni.createFrom().voidItem()
                                : transaction.append(List.of(new Draft(
                                        warning.ticket(),
                                        now.round(),
                                        null,
                                        now.seen(),
                                        new Supplemented(sealer.seal(note), null)))));
    }

    private static Uni<TicketState> present(ReaderTransaction transaction, Confirmed warning) {
        return PresentStates.of(transaction, Set.of(warning.ticket()))
                .map(states -> states.getOrDefault(warning.ticket(), TicketState.unseen()));
    }

    private static boolean isThere(TicketState now) {
        if (now.state() == State.UNSEEN) {
            return false;
        }
        if (now.channel() != Channel.WARNING) {
            throw new UnreadableWarning("ticket is one that did not come of a warning");
        }
        return true;
    }

    private Uni<Void> write(ReaderTransaction transaction, Confirmed warning, String number) {
        Sealed title = sealer.seal(warning.title());
        Sealed content = sealer.seal(warning.content());
        Tuple ticket = Tuple.tuple()
                .addUUID(warning.ticket())
                .addString(number)
                .addString(warning.region())
                .addString(title.value())
                .addString(content.value())
                .addString(warning.warning().toString())
                .addOffsetDateTime(transaction.now().atOffset(ZoneOffset.UTC))
                .addString(Actor.service(Source.INTAKE).id());
        Tuple incident = Tuple.of(
                warning.ticket(), warning.warning(), number, transaction.now().atOffset(ZoneOffset.UTC));
        return transaction
                .sql()
                .preparedQuery(TICKET)
                .execute(ticket)
                .chain(() -> transaction.sql().preparedQuery(INCIDENT).execute(incident))
                .chain(() -> transaction.append(List.of(
                        new Draft(warning.ticket(), 1, null, 0, received(warning, number, title, content)),
                        new Draft(warning.ticket(), 1, null, 1, new TicketAccepted(warning.region())))));
    }

    private static TicketReceived received(Confirmed warning, String number, Sealed title, Sealed content) {
        return new TicketReceived(
                number,
                Channel.WARNING,
                Kind.COMPLAINT,
                title,
                content,
                null,
                null,
                new Place(null, warning.region(), null, null, null),
                null,
                false,
                warning.warning().toString(),
                warning.category());
    }
}
