package org.chuishao.intake.promise;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.chuishao.intake.IntakeConfig;
import org.chuishao.intake.ticket.Tickets;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.IntakeEvent.Promised;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Promises a matter that cannot be settled soon, within the longest time that a promise may run. */
@ApplicationScoped
class PromiseHandling {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Tickets tickets;
    private final Sealer sealer;
    private final int months;
    private final Clock clock;

    PromiseHandling(Tickets tickets, Sealer sealer, IntakeConfig config, Clock clock) {
        this.tickets = tickets;
        this.sealer = sealer;
        this.months = config.promiseMonths();
        this.clock = clock;
    }

    @Command
    @WithTransaction
    Uni<Reply> promise(UUID id, PromiseRequest request, @Nullable String key) {
        Instant until = Objects.requireNonNull(request.until()).toInstant();
        check(until, clock.instant());
        Promised promised = new Promised(
                until, request.milestones().stream().map(sealer::seal).toList());
        return tickets.once(id, "promises", key, request, ticket -> tickets.record(ticket, promised));
    }

    private void check(Instant until, Instant now) {
        Instant last = now.atZone(CHINA).plusMonths(months).toInstant();
        if (!until.isAfter(now) || until.isAfter(last)) {
            throw Problem.invalid("until", "must lie in the future, at most " + months + " months ahead");
        }
    }
}
