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
import org.jspecify.annotations.Nullable;

/** The rules in force: shipped into the tables at the first start, from then on read from there. */
@ApplicationScoped
public class CurrentRules {

    private final AgroalDataSource owner;
    private volatile @Nullable Rules rules;

    CurrentRules(@DataSource("owner") AgroalDataSource owner) {
        this.owner = owner;
    }

    public Rules get() {
        Rules known = rules;
        if (known == null) {
            throw new IllegalStateException("the rules have not been read yet");
        }
        return known;
    }

    /** Before the log is read: the reader decides by them. */
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) throws SQLException {
        try (Connection sql = owner.getConnection()) {
            sql.setAutoCommit(false);
            RuleTables tables = new RuleTables(sql);
            if (tables.lockAndFindEmpty()) {
                tables.insert(Rules.shipped());
                Log.info("the shipped categories, hazard words and dispatch catalogue were loaded");
            }
            rules = tables.read();
            sql.commit();
        }
    }

    /** A change that does not hold together is not taken over: the former rules stay in force. */
    @Scheduled(every = "${chuishao.routing.rules-every}", delayed = "${chuishao.routing.rules-every}")
    void readAgain() {
        try (Connection sql = owner.getConnection()) {
            rules = new RuleTables(sql).read();
        } catch (SQLException | IllegalArgumentException e) {
            Log.errorf("the changed rules are not taken over: %s", e.getMessage());
        }
    }
}
