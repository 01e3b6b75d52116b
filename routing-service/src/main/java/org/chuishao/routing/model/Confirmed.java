package org.chuishao.routing.model;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.crypto.UnsealException;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.sight.Scrub;
import org.chuishao.mesh.sql.Rows;
import org.chuishao.routing.learn.Example;
import org.chuishao.routing.learn.Outcome;
import org.jspecify.annotations.Nullable;

/** What the citizens confirmed: tickets to learn from, and how the models' answers turned out. */
@ApplicationScoped
class Confirmed {

    private static final String PAGE = """
            select c.seq, c.ticket_id, c.category, c.meaning, t.title, t.content
            from confirmed_ticket c join routing_ticket t using (ticket_id)
            where c.seq > $1 and not t.secret order by c.seq limit $2
            """;
    /** Where the latest begin. */
    private static final String BEGIN =
            "select coalesce(min(seq), 0) - 1 from (select seq from confirmed_ticket order by seq desc limit $1) s";

    private static final String OUTCOMES = """
            select category, confidence, category = truth as correct
            from (select * from model_answer where model = $1 and truth is not null order by found_at desc limit $2) a
            order by found_at
            """;
    private static final String BESIDE = """
            select count(*) as answered, count(*) filter (where a.category = a.truth) as correct,
                   count(*) filter (where b.category = b.truth) as before
            from model_answer a join model_answer b using (ticket_id)
            join confirmed_ticket c using (ticket_id)
            where a.model = $1 and b.model = $2 and a.truth is not null and c.named_by is null
            """;

    private final Pool pool;
    private final Sealer sealer;

    Confirmed(@ReactiveDataSource("reader") Pool pool, Sealer sealer) {
        this.pool = pool;
        this.sealer = sealer;
    }

    /** @param meaning null where it was not computed yet */
    record Lesson(Example example, float @Nullable [] meaning) {}

    /** @param end number of its last row */
    record Page(List<Lesson> lessons, long end, boolean last) {}

    /** What both models answered of tickets that a person named, and how much of it each had right. */
    record Beside(int answered, int right, int rightBefore) {}

    /** How many were confirmed since. */
    Uni<Integer> since(OffsetDateTime moment) {
        return pool.preparedQuery("select count(*) from confirmed_ticket where at > $1")
                .execute(Tuple.of(moment))
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    Uni<Integer> count() {
        return pool.query("select count(*)::int from confirmed_ticket")
                .execute()
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    /** Behind which number the latest lie. */
    Uni<Long> behind(int latest) {
        return pool.preparedQuery(BEGIN)
                .execute(Tuple.of(latest))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** The oldest first. Words that do not open any more teach nothing. */
    Uni<Page> page(long after, int most) {
        return pool.preparedQuery(PAGE).execute(Tuple.of(after, most)).map(rows -> {
            List<Row> all = Rows.list(rows);
            return new Page(
                    all.stream().map(this::lesson).flatMap(Optional::stream).toList(),
                    all.isEmpty() ? after : all.get(all.size() - 1).getLong("seq"),
                    all.size() < most);
        });
    }

    private Optional<Lesson> lesson(Row row) {
        try {
            String title = Scrub.numbers(sealer.open(new Sealed(row.getString("title"))));
            String content = String.join(
                    "\n",
                    Stream.of(row.getArrayOfStrings("content"))
                            .map(part -> Scrub.numbers(sealer.open(new Sealed(part))))
                            .toList());
            Example example =
                    new Example(row.getUUID("ticket_id").toString(), row.getString("category"), title, content);
            return Optional.of(new Lesson(example, Meaning.read(row.getBuffer("meaning"))));
        } catch (UnsealException e) {
            return Optional.empty();
        }
    }

    Uni<Void> keepMeaning(UUID ticket, float[] meaning) {
        return pool.preparedQuery("update confirmed_ticket set meaning = $2 where ticket_id = $1")
                .execute(Tuple.of(ticket, Meaning.write(meaning)))
                .replaceWithVoid();
    }

    /** The latest confirmed answers of a model, the oldest of them first. */
    Uni<List<Outcome>> outcomes(String model, int latest) {
        return pool.preparedQuery(OUTCOMES).execute(Tuple.of(model, latest)).map(rows -> {
            List<Outcome> outcomes = new ArrayList<>();
            rows.forEach(row -> outcomes.add(
                    new Outcome(row.getString("category"), row.getDouble("confidence"), row.getBoolean("correct"))));
            return outcomes;
        });
    }

    Uni<Beside> beside(String model, String before) {
        return pool.preparedQuery(BESIDE)
                .execute(Tuple.of(model, before))
                .map(rows -> rows.iterator().next())
                .map(row ->
                        new Beside(row.getInteger("answered"), row.getInteger("correct"), row.getInteger("before")));
    }
}
