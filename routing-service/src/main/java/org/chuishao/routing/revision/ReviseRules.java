package org.chuishao.routing.revision;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.reference.Units;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.scope.Scopes;
import org.chuishao.routing.catalogue.CurrentRules;
import org.chuishao.routing.catalogue.RuleVersion;
import org.chuishao.routing.catalogue.RuleVersion.Sort;
import org.chuishao.routing.revision.RuleFile.Form;
import org.chuishao.routing.revision.RuleFile.Numbered;
import org.jspecify.annotations.Nullable;

/** Takes a file of rules over as new versions, all of it or nothing, or only says what it would do. */
@ApplicationScoped
public class ReviseRules {

    /** Of two files that come at once the second is held against the first. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('chuishao.rule_version'))";

    private static final String VERSIONS =
            "select sort, code, region, valid_from, fields from rule_version order by id";
    private static final String ADD = "insert into rule_version (sort, code, region, valid_from, fields, imported_by)"
            + " values ($1, $2, $3, $4, $5, $6)";
    private static final String AUDIT =
            "insert into audit (role, actor, action, ticket_id, detail) values ($1, $2, $3, null, $4)";

    private final Pool pool;
    private final Scopes scopes;
    private final CurrentScope current;
    private final CurrentRules rules;
    private final Units units;

    ReviseRules(Pool pool, Scopes scopes, CurrentScope current, CurrentRules rules, Units units) {
        this.pool = pool;
        this.scopes = scopes;
        this.current = current;
        this.rules = rules;
        this.units = units;
    }

    /**
     * What an import did, or would do.
     *
     * @param dryRun nothing was kept
     * @param rows in the file
     * @param versions that are new
     * @param unchanged rows that held already
     */
    record Report(boolean dryRun, int rows, int versions, int unchanged) {}

    /** @param validFrom of rows that do not say so themselves; today where nothing is said */
    @Command
    Uni<Report> run(Sort sort, byte[] file, Form form, @Nullable LocalDate validFrom, boolean dryRun) {
        Scope scope = current.get();
        LocalDate from = validFrom == null ? rules.today() : validFrom;
        return Uni.createFrom()
                .item(() -> RuleFile.read(file, form, sort.columns()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(rows -> transaction(scope, sort, rows, from, dryRun))
                .call(report ->
                        dryRun || report.versions() == 0 ? Uni.createFrom().voidItem() : readAgain());
    }

    /**
     * What would hold, from today on where the rows do not say so themselves; nothing is kept.
     *
     * @param type the file's media type
     */
    public Uni<Proposed> propose(Sort sort, byte[] file, String type) {
        Form form = Form.of(type);
        Scope scope = current.get();
        LocalDate today = rules.today();
        return Uni.createFrom()
                .item(() -> Proposed.of(
                        sort,
                        RuleFile.read(file, form, sort.columns()),
                        today,
                        ground(rules.book().versions(), scope)))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Uni<Report> transaction(Scope scope, Sort sort, List<Numbered> rows, LocalDate validFrom, boolean dryRun) {
        return pool.withTransaction(sql -> scopes.enter(sql, scope)
                .chain(() -> sql.query(LOCK).execute())
                .chain(() -> sql.query(VERSIONS).execute())
                .map(found -> {
                    List<RuleVersion> present = new ArrayList<>();
                    found.forEach(row -> present.add(version(row)));
                    return Proposed.of(sort, rows, validFrom, ground(present, scope));
                })
                .call(proposed -> dryRun ? Uni.createFrom().voidItem() : keep(sql, scope, sort, proposed))
                .map(proposed -> new Report(
                        dryRun,
                        proposed.rows(),
                        proposed.fresh().size(),
                        proposed.rows() - proposed.fresh().size())));
    }

    private Ground ground(List<RuleVersion> versions, Scope scope) {
        return new Ground(rules.book().with(versions), rules.today(), scope, id -> units.find(id)
                .orElse(null));
    }

    private static Uni<Void> keep(SqlConnection sql, Scope scope, Sort sort, Proposed proposed) {
        List<Tuple> rows = proposed.fresh().stream()
                .map(it -> Tuple.tuple(List.of(
                        it.sort().name(),
                        it.code(),
                        it.region(),
                        it.validFrom(),
                        it.fields().toArray(String[]::new),
                        scope.subject())))
                .toList();
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.preparedQuery(ADD)
                        .executeBatch(rows)
                        .chain(() -> sql.preparedQuery(AUDIT)
                                .execute(Tuple.of(
                                        scope.role(), scope.subject(), "rules.imported", sort + " " + rows.size())))
                        .replaceWithVoid();
    }

    private static RuleVersion version(Row row) {
        return new RuleVersion(
                Sort.valueOf(row.getString("sort")),
                row.getString("code"),
                row.getString("region"),
                row.getLocalDate("valid_from"),
                List.of(row.getArrayOfStrings("fields")));
    }

    /** Here at once; in other replicas at the pace that is set. */
    private Uni<Void> readAgain() {
        return Uni.createFrom()
                .<Void>item(() -> {
                    rules.readAgain();
                    return null;
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
