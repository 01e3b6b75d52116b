package org.chuishao.grid.imports;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.chuishao.grid.location.FollowRegister;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scope;

/**
 * Takes a file of regions over, all of it or nothing. A dry run does the same and rolls back, so that its report is what
 * would happen. The same file again changes nothing.
 */
@ApplicationScoped
class ImportRegions {

    private final ImportTransactions transactions;
    private final CurrentScope current;
    private final RegionImport regions;
    private final FollowRegister places;
    private final Clock clock;

    ImportRegions(
            ImportTransactions transactions,
            CurrentScope current,
            RegionImport regions,
            FollowRegister places,
            Clock clock) {
        this.transactions = transactions;
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
                .chain(rows -> transactions.run(scope, "regions.imported", dryRun, sql -> work(sql, rows, dryRun)))
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

    private Uni<ImportReport> work(SqlConnection sql, List<RegionRow> rows, boolean dryRun) {
        return regions.refused(sql, rows)
                .invoke(RegionRows::refuse)
                .chain(() -> regions.overlapping(sql, rows))
                .invoke(RegionRows::refuse)
                .chain(() -> regions.apply(sql, rows, dryRun));
    }
}
