package org.chuishao.grid.mediation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.chuishao.grid.assignment.InHand;
import org.chuishao.grid.assignment.InHand.Held;
import org.chuishao.grid.mediation.Bodies.Opening;
import org.chuishao.grid.words.Words;
import org.chuishao.mesh.event.MediationEvent.MediationOpened;
import org.chuishao.mesh.fold.AssignmentState.Phase;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.log.Idempotency;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.log.Ledger;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.Scopes;

/** Opens a mediation on an assignment in hand, whose ticket is in a grid. */
@ApplicationScoped
class OpenMediation {

    private static final int GRID = 15;
    private static final int COMMUNITY = 12;

    private final InHand inHand;
    private final Mediations mediations;
    private final Ledger ledger;
    private final Idempotency idempotency;
    private final Scopes scopes;
    private final Words words;
    private final SealedJson json;
    private final Clock clock;
    private final ObjectMapper mapper;

    OpenMediation(
            InHand inHand,
            Mediations mediations,
            Ledger ledger,
            Idempotency idempotency,
            Scopes scopes,
            Words words,
            SealedJson json,
            Clock clock,
            ObjectMapper mapper) {
        this.inHand = inHand;
        this.mediations = mediations;
        this.ledger = ledger;
        this.idempotency = idempotency;
        this.scopes = scopes;
        this.words = words;
        this.json = json;
        this.clock = clock;
        this.mapper = mapper;
    }

    @Command
    @WithTransaction
    Uni<Reply> open(IdempotentCall call, Opening wanted) {
        return scopes.enter()
                .chain(() -> idempotency.once(call, () -> inHand.of(wanted.assignment())
                        .invoke(OpenMediation::requireGrid)
                        .invoke(OpenMediation::requireInHand)
                        .call(held -> requireNone(held))
                        .call(held -> requireMediator(held, wanted.mediator()))
                        .chain(held -> open(held, wanted))));
    }

    private Uni<Reply> open(Held held, Opening wanted) {
        MediationRow row = MediationRow.of(
                held,
                wanted.mediator(),
                wanted.parties().size(),
                json.seal(wanted.parties()),
                words.seal(wanted.subject()).value(),
                clock.instant());
        String said = "受理矛盾纠纷调解，当事人" + row.partyCount + "方";
        MediationOpened event = new MediationOpened(row.id, row.mediator, row.partyCount, said);
        return mediations
                .add(row)
                .chain(() -> ledger.record(held.ticketState(), row.ticket, row.assignment, event))
                .map(after -> Reply.created("/api/v1/mediations/" + row.id, HandledMediation.of(row), mapper));
    }

    private static void requireGrid(Held held) {
        if (held.region().length() != GRID) {
            throw Problem.unprocessable("assignment", "lies in no grid: a dispute is mediated where its parties live");
        }
    }

    private static void requireInHand(Held held) {
        Phase phase = held.phase();
        if (phase != Phase.IN_PROGRESS && phase != Phase.SUSPENDED) {
            List<String> allowed = phase == Phase.PENDING_SIGN ? List.of("signatures") : List.of();
            throw Problem.conflict("the assignment is not in hand", Map.of("state", phase.name(), "allowed", allowed));
        }
    }

    private Uni<Void> requireNone(Held held) {
        return mediations
                .underWay(held.id())
                .invoke(known -> {
                    if (known != null) {
                        Mediation now = known.mediation();
                        throw Problem.conflict(
                                "a mediation of it is under way, or its agreement is still to be revisited",
                                Map.of("state", now.phase().name(), "mediation", known.id, "allowed", now.allowed()));
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> requireMediator(Held held, String mediator) {
        return mediations
                .worksIn(mediator, held.region().substring(0, COMMUNITY))
                .invoke(works -> {
                    if (!works) {
                        throw Problem.invalid("mediator", "is nobody who works in the community now");
                    }
                })
                .replaceWithVoid();
    }
}
