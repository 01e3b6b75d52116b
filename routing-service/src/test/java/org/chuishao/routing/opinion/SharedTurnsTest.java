package org.chuishao.routing.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chuishao.routing.log.TicketOnLog;
import org.chuishao.routing.opinion.Turns.Turn;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** What replicas share: whose turn it is, and what may be spent. No model is configured here, so nobody else asks. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class SharedTurnsTest {

    private static final Duration WAIT = Duration.ofSeconds(60);
    private static final Duration LEASE = Duration.ofMinutes(10);

    @Inject
    Turns turns;

    @Inject
    Model model;

    @Inject
    @ReactiveDataSource("reader")
    Pool pool;

    @Test
    void it_ships_switched_off() {
        assertThat(model.room()).isZero();
    }

    @Test
    void two_replicas_never_take_one_ticket() {
        List<UUID> mine = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            mine.add(Unclear.ticket("嘎吱" + "吱".repeat(i), "想问一下").id());
        }

        List<UUID> taken = new ArrayList<>();
        List<UUID> some;
        do {
            some =
                    Uni.join()
                            .all(turns.take(3, LEASE), turns.take(3, LEASE))
                            .andFailFast()
                            .await()
                            .atMost(WAIT)
                            .stream()
                            .flatMap(turns -> turns.stream().map(Turn::ticket))
                            .toList();
            taken.addAll(some);
        } while (!some.isEmpty());

        assertThat(taken).doesNotHaveDuplicates().containsAll(mine);
    }

    @Test
    void whoever_dies_leaves_its_turn_to_another_and_who_is_over_has_none() {
        TicketOnLog ticket = Unclear.ticket("吭哧吭", "想问一下");

        Turn lost = take(ticket, Duration.ZERO).orElseThrow();
        assertThat(take(ticket, Duration.ZERO)).isPresent();

        turns.over(lost).await().atMost(WAIT);
        assertThat(take(ticket, Duration.ZERO)).isEmpty();
    }

    @Test
    void three_tries_without_an_answer_are_enough() throws SQLException {
        TicketOnLog ticket = Unclear.ticket("吭哧二", "想问一下");
        for (int i = 0; i < 3; i++) {
            assertThat(take(ticket, Duration.ZERO)).isPresent();
            Unclear.write(
                    ticket,
                    "insert into second_opinion (ticket_id, asked_at, host, model, prompt, outcome, expected, tries, tokens,"
                            + " millis) select ticket_id, app_now(), 'h', 'm', 'p', 'AWAY', 'OTHER', 1, 0, 1"
                            + " from dispatch_queue");
        }
        assertThat(take(ticket, Duration.ZERO)).isEmpty();
    }

    @Test
    void a_budget_is_one_for_all_and_what_is_not_spent_is_given_back() {
        UUID ticket = Unclear.ticket("吭哧三", "想问一下").id();
        long[] spent = spent(ticket);
        Budget budget = new Budget(pool, (int) spent[0] + 3, spent[1] + 250);

        LocalDate day = setAside(budget, ticket, 100).orElseThrow();
        assertThat(setAside(budget, ticket, 100)).isPresent();
        assertThat(setAside(budget, ticket, 100)).as("tokens").isEmpty();
        budget.giveBack(day, 60).await().atMost(WAIT);
        assertThat(setAside(budget, ticket, 100)).isPresent();
        assertThat(setAside(budget, ticket, 1)).as("requests").isEmpty();
    }

    @Test
    void nothing_is_set_aside_for_what_may_not_leave() {
        Budget budget = new Budget(pool, Integer.MAX_VALUE, Long.MAX_VALUE);

        assertThat(setAside(budget, Unclear.secret("吭哧四").id(), 1)).isEmpty();
        assertThat(setAside(budget, UUID.randomUUID(), 1)).isEmpty();
    }

    /** After one request more for a ticket: requests and tokens. */
    private long[] spent(UUID ticket) {
        setAside(new Budget(pool, Integer.MAX_VALUE, Long.MAX_VALUE), ticket, 1);
        return pool.query("select requests, tokens from opinion_budget order by day desc limit 1")
                .execute()
                .map(rows -> rows.iterator().next())
                .map(row -> new long[] {row.getInteger(0), row.getLong(1)})
                .await()
                .atMost(WAIT);
    }

    private static Optional<LocalDate> setAside(Budget budget, UUID ticket, long tokens) {
        return budget.setAside(ticket, tokens).await().atMost(WAIT);
    }

    private Optional<Turn> take(TicketOnLog ticket, Duration lease) {
        return turns.take(10_000, lease).await().atMost(WAIT).stream()
                .filter(turn -> turn.ticket().equals(ticket.id()))
                .findFirst();
    }
}
