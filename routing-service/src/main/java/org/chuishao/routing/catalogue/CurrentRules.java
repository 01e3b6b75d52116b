package org.chuishao.routing.catalogue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules in force: shipped into the tables at the first start, from then on read from there. */
@ApplicationScoped
public class CurrentRules {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final AgroalDataSource owner;
    private final Clock clock;
    private volatile @Nullable Known known;

    CurrentRules(@DataSource("owner") AgroalDataSource owner, Clock clock) {
        this.owner = owner;
        this.clock = clock;
    }

    private record Known(RuleBook book, Rules today) {}

    public Rules get() {
        return known().today;
    }

    /** With all versions, past ones and those to come. */
    public RuleBook book() {
        return known().book;
    }

    /** The day in China, which decides what is in force. */
    public LocalDate today() {
        return clock.instant().atZone(CHINA).toLocalDate();
    }

    private Known known() {
        Known rules = known;
        if (rules == null) {
            throw new IllegalStateException("the rules have not been read yet");
        }
        return rules;
    }

    /** Before the log is read: the reader decides by them. */
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) throws SQLException {
        try (Connection sql = owner.getConnection()) {
            sql.setAutoCommit(false);
            int rows = new ShipRules(sql).ship(RuleBook.shipped());
            if (rows > 0) {
                Log.infof("%d rows of the shipped rules were loaded", rows);
            }
            RuleBook book = new RuleTables(sql).read();
            Rules today = book.on(today());
            new PublishCategories(sql).publish(today.taxonomy());
            known = new Known(book, today);
            sql.commit();
        }
    }

    /** A change that does not hold together is not taken over: the former rules stay in force. */
    @Scheduled(every = "${chuishao.routing.rules-every}", delayed = "${chuishao.routing.rules-every}")
    public void readAgain() {
        try (Connection sql = owner.getConnection()) {
            sql.setAutoCommit(false);
            RuleBook book = new RuleTables(sql).read();
            Rules today = book.on(today());
            if (!List.copyOf(today.taxonomy().categories())
                    .equals(List.copyOf(get().taxonomy().categories()))) {
                new PublishCategories(sql).publish(today.taxonomy());
            }
            sql.commit();
            known = new Known(book, today);
        } catch (SQLException | IllegalArgumentException e) {
            Log.errorf("the changed rules are not taken over: %s", e.getMessage());
        }
    }
}
