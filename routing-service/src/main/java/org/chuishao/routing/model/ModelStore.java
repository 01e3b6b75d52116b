package org.chuishao.routing.model;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.sql.Rows;
import org.chuishao.mesh.time.Ids;
import org.chuishao.routing.model.Model.Source;
import org.chuishao.routing.model.Model.State;
import org.chuishao.routing.page.InChina;
import org.jspecify.annotations.Nullable;

/** The models as they are kept, and who put which in its place. */
@ApplicationScoped
class ModelStore {

    private static final String ALL =
            "select id, source, state, version, begun_at, begun_by, read, examples, learnt_at, failure,"
                    + " figures from model";
    private static final String BEGIN = """
            insert into model (id, source, state, begun_by, examples) values ($1, $2, 'LEARNING', $3, $4)
            on conflict (state) where state = 'LEARNING' do nothing
            """;
    /** A replica that went down while it learnt. */
    private static final String LEFT = "update model set state = 'FAILED', failure = 'what learnt it went down'"
            + " where state = 'LEARNING' and alive_at < app_now() - interval '1 hour'";

    private static final String LEARNT = """
            update model set state = $2, version = $3, figures = $4, curve = $5, bytes = $6, read = examples, learnt_at = app_now()
            where id = $1 and state = 'LEARNING'
            """;
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('chuishao.model'))::text";
    private static final String MOVE = "update model set state = $2 where id = $1";
    private static final String VACATE = """
            with gone as (update model set state = $2 where state = $1 returning id)
            insert into model_change (model, state, actor, reason) select id, $2, $3, $4 from gone
            """;
    private static final String NOTE = "insert into model_change (model, state, actor, reason) values ($1, $2, $3, $4)";
    private static final String EARLIER = "select model from model_change c join model m on m.id = c.model"
            + " where c.state = 'ACTIVE' and m.state = 'FORMER' order by c.id desc limit 1";

    /** Stands as the actor where no person did it. */
    static final String SELF = "routing";

    private final Pool pool;

    ModelStore(@ReactiveDataSource("reader") Pool pool) {
        this.pool = pool;
    }

    /** The newest first. */
    Uni<List<Model>> all() {
        return pool.query(ALL + " order by begun_at desc, id desc limit 200")
                .execute()
                .map(rows -> Rows.list(rows).stream().map(ModelStore::model).toList());
    }

    /** @return as failure {@link Problem} 404 where there is none */
    Uni<Model> one(UUID id) {
        return pool.preparedQuery(ALL + " where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> first(rows).map(ModelStore::model).orElseThrow(() -> Problem.notFound("model")));
    }

    Uni<Optional<Model>> in(State state) {
        return pool.preparedQuery(ALL + " where state = $1 order by begun_at desc limit 1")
                .execute(Tuple.of(state.name()))
                .map(rows -> first(rows).map(ModelStore::model));
    }

    /** When the newest that learnt from confirmed tickets began, whatever came of it. */
    Uni<Optional<OffsetDateTime>> lastBegun() {
        return pool.query("select begun_at from model where source = 'CONFIRMED' order by id desc limit 1")
                .execute()
                .map(rows -> first(rows).map(row -> row.getOffsetDateTime(0)));
    }

    Uni<String> curve(UUID id) {
        return pool.preparedQuery("select curve from model where id = $1 and curve is not null")
                .execute(Tuple.of(id))
                .map(rows -> first(rows).map(row -> row.getString(0)).orElseThrow(() -> Problem.notFound("curve")));
    }

    Uni<byte[]> bytes(UUID id) {
        return pool.preparedQuery("select bytes from model where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> rows.iterator().next().getBuffer(0).getBytes());
    }

    /** @return as failure {@link Problem} 409 where another learns */
    Uni<UUID> begin(Source source, String actor, int examples) {
        UUID id = Ids.next();
        return pool.query(LEFT)
                .execute()
                .chain(() -> pool.preparedQuery(BEGIN).execute(Tuple.of(id, source.name(), actor, examples)))
                .map(done -> {
                    if (done.rowCount() == 0) {
                        throw Problem.conflict("Another model learns; one does at a time.");
                    }
                    return id;
                });
    }

    Uni<Void> progress(UUID id, int read) {
        return pool.preparedQuery("update model set read = $2, alive_at = app_now() where id = $1")
                .execute(Tuple.of(id, read))
                .replaceWithVoid();
    }

    Uni<Void> failed(UUID id, String failure) {
        return pool.preparedQuery(
                        "update model set state = 'FAILED', failure = $2 where id = $1 and state = 'LEARNING'")
                .execute(Tuple.of(id, failure))
                .replaceWithVoid();
    }

    /** What was on trial until now makes room. */
    Uni<Void> learnt(UUID id, State state, String version, JsonObject figures, String curve, Buffer bytes) {
        return moving(sql -> vacate(sql, state, State.REJECTED, SELF, "a newer one is on trial")
                .chain(() -> sql.preparedQuery(LEARNT)
                        .execute(Tuple.tuple(List.of(id, state.name(), version, figures, curve, bytes))))
                .invoke(rows -> {
                    if (rows.rowCount() == 0) {
                        throw new IllegalStateException("it was given up meanwhile");
                    }
                })
                .chain(() -> note(sql, id, state, SELF, "has learnt")));
    }

    /**
     * Nothing where it does not stand where it was found: somebody was faster.
     *
     * @param from where it was found
     */
    Uni<Boolean> move(UUID id, State from, State to, String actor, String reason) {
        return moving(sql -> sql.preparedQuery("select 1 from model where id = $1 and state = $2")
                .execute(Tuple.of(id, from.name()))
                .chain(found -> found.rowCount() == 0
                        ? Uni.createFrom().item(false)
                        : vacate(sql, to, State.FORMER, actor, reason)
                                .chain(() -> set(sql, id, to, actor, reason))
                                .replaceWith(true)));
    }

    /** The one in use is rejected, and with it the one on trial: the one before it answers, or the rules alone. */
    Uni<Void> rollBack(String actor, String reason) {
        return moving(sql -> sql.query("select 1 from model where state = 'ACTIVE'")
                .execute()
                .invoke(rows -> {
                    if (rows.rowCount() == 0) {
                        throw Problem.conflict("No model is in use.");
                    }
                })
                .chain(() -> vacate(sql, State.ACTIVE, State.REJECTED, actor, reason))
                .chain(() -> vacate(sql, State.ON_TRIAL, State.REJECTED, actor, reason))
                .chain(() -> sql.query(EARLIER).execute())
                .chain(earlier -> earlier.rowCount() == 0
                        ? Uni.createFrom().voidItem()
                        : set(sql, earlier.iterator().next().getUUID(0), State.ACTIVE, actor, reason)));
    }

    private static Uni<Void> vacate(SqlConnection sql, State place, State to, String actor, String reason) {
        return place != State.ACTIVE && place != State.ON_TRIAL
                ? Uni.createFrom().voidItem()
                : sql.preparedQuery(VACATE)
                        .execute(Tuple.of(place.name(), to.name(), actor, reason))
                        .replaceWithVoid();
    }

    private static Uni<Void> set(SqlConnection sql, UUID id, State to, String actor, String reason) {
        return sql.preparedQuery(MOVE).execute(Tuple.of(id, to.name())).chain(() -> note(sql, id, to, actor, reason));
    }

    private static Uni<Void> note(SqlConnection sql, UUID id, State state, String actor, String reason) {
        return sql.preparedQuery(NOTE)
                .execute(Tuple.of(id, state.name(), actor, reason))
                .replaceWithVoid();
    }

    /** One after the other: two that move models at once would leave none, or two, in a place. */
    private <T> Uni<T> moving(Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(sql -> sql.query(LOCK).execute().chain(() -> work.apply(sql)));
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return rows.rowCount() == 0
                ? Optional.empty()
                : Optional.of(rows.iterator().next());
    }

    private static Model model(Row row) {
        JsonObject figures = row.getJsonObject("figures");
        return new Model(
                row.getUUID("id"),
                Source.valueOf(row.getString("source")),
                State.valueOf(row.getString("state")),
                row.getString("version"),
                InChina.of(row.getOffsetDateTime("begun_at")),
                row.getString("begun_by"),
                row.getInteger("read"),
                row.getInteger("examples"),
                at(row, "learnt_at"),
                row.getString("failure"),
                figures == null ? null : figures.mapTo(Figures.class));
    }

    private static @Nullable OffsetDateTime at(Row row, String column) {
        OffsetDateTime at = row.getOffsetDateTime(column);
        return at == null ? null : InChina.of(at);
    }
}
