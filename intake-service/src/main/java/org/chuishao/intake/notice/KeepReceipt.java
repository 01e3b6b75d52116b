package org.chuishao.intake.notice;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.log.Idempotency;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.scope.Scopes;
import org.jspecify.annotations.Nullable;

/** Keeps how an attempt to tell a caller ended; the first that reached him takes the notice off the list. */
@ApplicationScoped
class KeepReceipt {

    /** How far a phone exchange's clock may be ahead. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private static final String TELL = """
            update caller_notice n set told_at = case when ?2 = 'DELIVERED'
                then coalesce(n.told_at, cast(cast(?3 as text) as timestamptz)) else n.told_at end
            where n.id = ?1 and exists (select from ticket t, unnest(string_to_array(?4, ',')) as r (code)
                where t.id = n.ticket_id and starts_with(t.region, r.code))
            """;
    private static final String KEEP = """
            insert into caller_notice_receipt (notice_id, channel, outcome, at, actor)
            values (?1, ?2, ?3, cast(cast(?4 as text) as timestamptz), ?5)
            """;

    private final CurrentScope scope;
    private final Scopes scopes;
    private final Idempotency idempotency;
    private final ObjectMapper json;
    private final Clock clock;

    KeepReceipt(CurrentScope scope, Scopes scopes, Idempotency idempotency, ObjectMapper json, Clock clock) {
        this.scope = scope;
        this.scopes = scopes;
        this.idempotency = idempotency;
        this.json = json;
        this.clock = clock;
    }

    @Command
    @WithTransaction
    Uni<Reply> keep(UUID notice, NoticeReceiptRequest request, @Nullable String key) {
        if (Objects.requireNonNull(request.at())
                .toInstant()
                .isAfter(clock.instant().plus(AHEAD))) {
            throw Problem.invalid("at", "lies in the future");
        }
        Scope by = scope.get();
        String path = "/api/v1/caller-notices/" + notice + "/receipts";
        IdempotentCall call = IdempotentCall.of(by.actor().id(), path, key, request, json);
        return idempotency.once(call, () -> scopes.enter()
                .chain(() -> told(notice, request, by))
                .chain(() -> kept(notice, request, by))
                .map(receipt -> Reply.created(null, receipt, json)));
    }

    /** @return failure 404 where there is none in the scope */
    private static Uni<Void> told(UUID notice, NoticeReceiptRequest request, Scope by) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(TELL)
                        .setParameter(1, notice)
                        .setParameter(2, outcome(request).name())
                        .setParameter(3, String.valueOf(request.at()))
                        .setParameter(4, String.join(",", by.regions()))
                        .executeUpdate())
                .invoke(found -> {
                    if (found == 0) {
                        throw Problem.notFound("caller notice");
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<NoticeReceipt> kept(UUID notice, NoticeReceiptRequest request, Scope by) {
        NoticeReceipt receipt = new NoticeReceipt(notice, Objects.requireNonNull(request.channel()), outcome(request));
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(KEEP)
                        .setParameter(1, notice)
                        .setParameter(2, receipt.channel().name())
                        .setParameter(3, receipt.outcome().name())
                        .setParameter(4, String.valueOf(request.at()))
                        .setParameter(5, by.actor().id())
                        .executeUpdate())
                .replaceWith(receipt);
    }

    private static NoticeReceiptRequest.Outcome outcome(NoticeReceiptRequest request) {
        return Objects.requireNonNull(request.outcome());
    }
}
