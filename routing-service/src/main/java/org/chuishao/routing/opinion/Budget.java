package org.chuishao.routing.opinion;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** What may be spent on a day in China, by all replicas together. */
@ApplicationScoped
class Budget {

    /** The last look at the ticket and what is set aside for one request about it, in one statement. */
    private static final String SET_ASIDE = """
            with may as (
                select 1 from dispatch_queue q join routing_ticket t using (ticket_id) where q.ticket_id = $1 and %s
            )
            insert into opinion_budget as b (day, requests, tokens)
            select ((select app_now()) at time zone 'Asia/Shanghai')::date, 1, $2::bigint from may
            where $3::int >= 1 and $2::bigint <= $4::bigint
            on conflict (day) do update set requests = b.requests + 1, tokens = b.tokens + excluded.tokens
                where b.requests < $3::int and b.tokens + excluded.tokens <= $4::bigint
            returning day
            """.formatted(Turns.MAY_LEAVE);

    private static final String GIVE_BACK =
            "update opinion_budget set tokens = greatest(0, tokens - $2::bigint) where day = $1";

    private final Pool pool;
    private final int requestsPerDay;
    private final long tokensPerDay;

    @Inject
    Budget(@ReactiveDataSource("reader") Pool pool, OpinionConfig config) {
        this(pool, config.requestsPerDay(), config.tokensPerDay());
    }

    Budget(Pool pool, int requestsPerDay, long tokensPerDay) {
        this.pool = pool;
        this.requestsPerDay = requestsPerDay;
        this.tokensPerDay = tokensPerDay;
    }

    /**
     * Sets aside what one request may cost.
     *
     * @return the day that pays; empty where nothing is left, or the ticket may not leave the house any more
     */
    Uni<Optional<LocalDate>> setAside(UUID ticket, long tokens) {
        return pool.preparedQuery(SET_ASIDE)
                .execute(Tuple.of(ticket, tokens, requestsPerDay, tokensPerDay))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next().getLocalDate("day")));
    }

    /** What was set aside and not spent. */
    Uni<Void> giveBack(LocalDate day, long tokens) {
        return tokens == 0
                ? Uni.createFrom().voidItem()
                : pool.preparedQuery(GIVE_BACK).execute(Tuple.of(day, tokens)).replaceWithVoid();
    }
}
