package org.chuishao.analytics.backtest;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Cursor;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.PreparedStatement;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chuishao.analytics.backtest.replay.Gatherings;
import org.chuishao.analytics.backtest.replay.Replay;
import org.chuishao.analytics.backtest.replay.Span;
import org.chuishao.analytics.backtest.replay.Truth;
import org.chuishao.analytics.backtest.replay.Variation;
import org.chuishao.analytics.figures.Period;
import org.chuishao.analytics.warning.WarningRule;
import org.chuishao.analytics.warning.rule.StepView;
import org.chuishao.analytics.warning.rule.WarningBook;
import org.chuishao.analytics.warning.signal.Standing;
import org.chuishao.analytics.warning.window.Days;
import org.chuishao.analytics.warning.window.Gathering;
import org.chuishao.analytics.warning.window.Rules;
import org.chuishao.analytics.warning.window.StepBook;
import org.chuishao.analytics.word.China;
import org.chuishao.mesh.scope.Roles;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.scope.Scopes;

/**
 * Lets history pass by a rule, on the thread of whoever asks. It is read as the role that requests read as, with the job's
 * region for its scope, a piece at a time.
 */
@ApplicationScoped
class Rehearse {

    private static final int A_PIECE = 1_000;
    /** Days that an anomaly is compared with. */
    private static final Duration WEEKS_BEFORE = Duration.ofDays(57);

    private static final String PATIENCE = "select set_config('statement_timeout', $1, true)";
    private static final String SINCE =
            "select min(received_at) as since from ticket_fact where received_at >= $2 and region ^@ $1";

    private final Pool pool;
    private final Scopes scopes;
    private final WarningBook book;
    private final Days days;
    private final BacktestConfig config;

    Rehearse(Pool pool, Scopes scopes, WarningBook book, Days days, BacktestConfig config) {
        this.pool = pool;
        this.scopes = scopes;
        this.book = book;
        this.days = days;
        this.config = config;
    }

    BacktestResult of(NewBacktest asked, Progress progress) {
        SqlConnection sql = wait(pool.getConnection());
        try {
            Transaction transaction = wait(sql.begin());
            try {
                wait(scopes.enter(sql, scope(asked)));
                wait(sql.preparedQuery(PATIENCE)
                        .execute(Tuple.of(Long.toString(config.longest().toMillis()))));
                return rehearsed(sql, asked, progress);
            } finally {
                // nothing was written
                transaction.rollbackAndAwait();
            }
        } finally {
            sql.closeAndAwait();
        }
    }

    /** The whole of the job's region lay in the scope of who asked for it. */
    private static Scope scope(NewBacktest asked) {
        return new Scope("backtest", Roles.ANALYST, Set.of(asked.region()), null, null, null);
    }

    private BacktestResult rehearsed(SqlConnection sql, NewBacktest asked, Progress progress) {
        Period period = new Period(Period.day("from", asked.from()), Period.day("to", asked.to()));
        Gathering by = Gatherings.of(asked.rule());
        Instant begin = period.begin().minus(reach(asked.rule(), by));
        Tuple those = Tuple.of(
                asked.region(),
                begin.atOffset(ZoneOffset.UTC),
                period.end().atOffset(ZoneOffset.UTC),
                asked.category());
        progress.of(wait(sql.preparedQuery(History.count(by)).execute(those))
                .iterator()
                .next()
                .getLong(0));
        Truth truth = new Truth(wait(JudgedWarnings.of(sql, asked, begin, period.end())));
        Replay replay = new Replay(
                asked.rule(),
                variations(asked),
                days,
                book.quiet(asked.rule()),
                since(sql, asked.region(), begin),
                truth,
                new Span(period.begin(), period.end()),
                BacktestResult.MOST_LISTED);
        pass(sql, by, those, replay, progress);
        int many = (int) (period.to().toEpochDay() - period.from().toEpochDay()) + 1;
        return new BacktestResult(many, progress.read(), replay.scored(many), replay.listed(), Term.ALL);
    }

    /** How far before the first day windows reach, and so what has to have passed before it. */
    private Duration reach(WarningRule rule, Gathering by) {
        return rule == WarningRule.ANOMALY ? WEEKS_BEFORE : new Rules(book, days).reach(by);
    }

    private List<Variation> variations(NewBacktest asked) {
        List<StepView> steps = asked.steps();
        StepBook tried = steps == null
                ? book
                : Variation.everywhere(steps.stream().map(StepView::step).toList());
        Variation asItStands = Variation.of(asked.rule(), tried);
        List<Variation> all = new ArrayList<>(List.of(asItStands));
        List<Integer> counts = asked.counts();
        if (counts != null) {
            counts.stream().sorted().distinct().map(asItStands::trying).forEach(all::add);
        }
        return all;
    }

    private LocalDate since(SqlConnection sql, String region, Instant begin) {
        OffsetDateTime first = wait(sql.preparedQuery(SINCE).execute(Tuple.of(region, begin.atOffset(ZoneOffset.UTC))))
                .iterator()
                .next()
                .getOffsetDateTime("since");
        return first == null
                ? LocalDate.MAX
                : first.atZoneSameInstant(China.ZONE).toLocalDate();
    }

    private void pass(SqlConnection sql, Gathering by, Tuple those, Replay replay, Progress progress) {
        PreparedStatement statement = wait(sql.prepare(History.rows(by)));
        Cursor cursor = statement.cursor(those);
        try {
            do {
                if (progress.isLost()) {
                    throw new IllegalStateException("the job was given up");
                }
                int read = 0;
                for (Row row : wait(cursor.read(A_PIECE))) {
                    read++;
                    Standing.of(History.fact(row), History.networks(row))
                            .under()
                            .forEach((gathered, seen) -> {
                                if (gathered.by() == by) {
                                    replay.take(gathered, seen);
                                }
                            });
                }
                progress.read(read);
            } while (cursor.hasMore());
        } finally {
            cursor.closeAndAwait();
        }
    }

    private <T> T wait(Uni<T> answer) {
        return answer.await().atMost(config.longest());
    }
}
