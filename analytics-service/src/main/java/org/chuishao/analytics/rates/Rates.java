package org.chuishao.analytics.rates;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.chuishao.analytics.figures.Level;
import org.chuishao.analytics.word.China;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.reference.Unit;
import org.chuishao.mesh.reference.Units;
import org.chuishao.mesh.scope.Scopes;
import org.chuishao.mesh.sql.Rows;
import org.jspecify.annotations.Nullable;

/** Asks the facts in the caller's scope. */
@ApplicationScoped
class Rates {

    /** Groups in one answer; what is more belongs into several. */
    static final int MOST = 5_000;

    private final Pool pool;
    private final Scopes scopes;
    private final Units units;
    private final RateConfig config;

    Rates(Pool pool, Scopes scopes, Units units, RateConfig config) {
        this.pool = pool;
        this.scopes = scopes;
        this.units = units;
        this.config = config;
    }

    /** One group; {@code whole} is that of all, beside the others. */
    record Group(String key, boolean whole, Rate rate) {}

    /**
     * One case.
     *
     * @param item what is counted: the ticket, its part, its clock, its round of calls; or a day of a hotline
     * @param ticket null for a day of a hotline
     */
    record Case(
            String item,
            OffsetDateTime at,
            @Nullable UUID ticket,
            @Nullable String number,
            String region,
            String unit,
            String category,
            String kind,
            String channel) {}

    /** The groups in the order of their keys, that of all at the end. */
    Uni<List<Group>> groups(Asked asked, By by, Level level) {
        String key = by.key(level, asked.category() != null);
        return query(RateSql.groups(asked.figure(), config, key, MOST + 2), values(asked))
                .invoke(rows -> requireFew(rows.size() - 1))
                .map(rows -> rows.stream().map(Rates::group).toList());
    }

    /** The cases after a place in the list, by their date. */
    Uni<List<Case>> cases(Asked asked, Part part, Instant after, String item, int limit) {
        Tuple values = values(asked)
                .addOffsetDateTime(after.atOffset(ZoneOffset.UTC))
                .addString(item)
                .addInteger(limit);
        return query(RateSql.listed(asked.figure(), config, part), values)
                .map(rows -> rows.stream().map(Rates::oneCase).toList());
    }

    private static void requireFew(int groups) {
        if (groups > MOST) {
            throw Problem.invalid("by", "makes more than " + MOST + " groups with this level and region");
        }
    }

    private Tuple values(Asked asked) {
        List<Unit> lined = units.all().filter(unit -> unit.line() != null).toList();
        return Tuple.tuple()
                .addOffsetDateTime(asked.period().begin().atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(asked.period().end().atOffset(ZoneOffset.UTC))
                .addString(asked.region())
                .addString(asked.unit())
                .addString(asked.line())
                .addString(asked.category())
                .addString(asked.kind())
                .addString(asked.channel())
                .addArrayOfString(lined.stream().map(Unit::id).toArray(String[]::new))
                .addArrayOfString(lined.stream().map(Unit::line).toArray(String[]::new));
    }

    private Uni<List<Row>> query(String statement, Tuple values) {
        return pool.withTransaction(sql -> scopes.enter(sql)
                        .chain(() -> sql.preparedQuery(statement).execute(values)))
                .map(Rows::list);
    }

    private static Group group(Row row) {
        boolean whole = row.getBoolean("whole");
        String key = row.getString("key");
        Rate rate = new Rate(
                row.getBigDecimal("numerator"),
                row.getLong("denominator"),
                row.getLong("excluded"),
                row.getLong("persons"),
                row.getLong("counted"));
        return new Group(whole || key == null ? "" : key, whole, rate);
    }

    private static Case oneCase(Row row) {
        return new Case(
                row.getString("item"),
                row.getOffsetDateTime("at").atZoneSameInstant(China.ZONE).toOffsetDateTime(),
                row.getUUID("ticket"),
                row.getString("number"),
                row.getString("region"),
                row.getString("unit"),
                row.getString("category"),
                row.getString("kind"),
                row.getString("channel"));
    }
}
