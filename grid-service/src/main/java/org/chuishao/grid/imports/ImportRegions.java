package org.chuishao.grid.imports;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.chuishao.grid.location.FollowRegister;
import org.chuishao.grid.region.RegisterLock;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.scope.Scopes;

/**
 * Takes a file of regions over, all of it or nothing. A dry run does the same and rolls back, so that its report is what
 * would happen. The same file again changes nothing.
 */
@ApplicationScoped
class ImportRegions {

    private final Pool pool;
    private final Scopes scopes;
    private final CurrentScope current;
    private final RegionImport regions;
    private final FollowRegister places;
    private final Clock clock;

    ImportRegions(
            Pool pool, Scopes scopes, CurrentScope current, RegionImport regions, FollowRegister places, Clock clock) {
        this.pool = pool;
        this.scopes = scopes;
        this.current = current;
        this.regions = regions;
        this.places = places;
        this.clock = clock;
    }

    /** @param file reads it, or fails saying what is wrong with it */
    @Command
    Uni<ImportReport> run(Supplier<List<RegionRow>> file, boolean dryRun) {
        Scope scope = current.get();
        return Uni.createFrom()
                .item(file)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .invoke(rows -> requireWithin(scope, rows))
                .invoke(rows -> requireBegun(rows, clock.instant()))
                .chain(rows -> transaction(scope, rows, dryRun))
                .call(report -> places.caughtUp());
    }

    /** What is in force ends with the import, so what takes its place has to be in force by then. */
    private static void requireBegun(List<RegionRow> rows, Instant now) {
        RegionRows.refuse(rows.stream()
                .filter(row -> {
                    OffsetDateTime from = row.validFrom();
                    return from != null && from.toInstant().isAfter(now);
                })
                .map(row -> row.where().wrong("validFrom", "lies in the future"))
                .toList());
    }

    private static void requireWithin(Scope scope, List<RegionRow> rows) {
        RegionRows.refuse(rows.stream()
                .filter(row -> !scope.covers(row.code(), List.of(), null))
                .map(row -> row.where().wrong("code", "lies outside of your regions"))
                .toList());
    }

    private Uni<ImportReport> transaction(Scope scope, List<RegionRow> rows, boolean dryRun) {
        return pool.getConnection().chain(sql -> sql.begin()
                .chain(transaction -> work(sql, scope, rows, dryRun)
                        .call(() -> dryRun ? transaction.rollback() : transaction.commit())
                        .onFailure()
                        .call(() -> undo(transaction)))
                .onTermination()
                .call(sql::close));
    }

    private Uni<ImportReport> work(SqlConnection sql, Scope scope, List<RegionRow> rows, boolean dryRun) {
        return scopes.enter(sql, scope)
                .chain(() -> sql.query(RegisterLock.TAKE).execute())
                .chain(() -> regions.refused(sql, rows))
                .invoke(RegionRows::refuse)
                .chain(() -> regions.overlapping(sql, rows))
                .invoke(RegionRows::refuse)
                .chain(() -> regions.apply(sql, rows, dryRun))
                .call(report -> sql.preparedQuery(ImportStatements.AUDIT)
                        .execute(Tuple.of(scope.role(), scope.subject(), report.toString())));
    }

    /** The failure that led here is the one to tell, whatever becomes of the rollback. */
    private static Uni<Void> undo(Transaction transaction) {
        return transaction.rollback().onFailure().recoverWithNull().replaceWithVoid();
    }
}
