package org.chuishao.routing.opinion;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.chuishao.mesh.crypto.Sealer;
import org.jspecify.annotations.Nullable;

/** Keeps what was asked and what came of it; the words sealed as all words are. */
@ApplicationScoped
class KeptOpinions {

    private static final String KEEP = """
            insert into second_opinion (ticket_id, asked_at, host, model, prompt, answer, outcome, expected, category, agrees,
                                        confidence, reason, tries, tokens, millis)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
            """;

    private final Pool pool;
    private final Sealer sealer;

    KeptOpinions(@ReactiveDataSource("reader") Pool pool, Sealer sealer) {
        this.pool = pool;
        this.sealer = sealer;
    }

    /**
     * What came of asking about a ticket.
     *
     * @param answer as it came
     * @param opinion null unless the outcome is one
     */
    record Told(
            Turns.Turn turn,
            Instant askedAt,
            Duration took,
            String host,
            String model,
            Prompt prompt,
            Tries.Made made,
            @Nullable String answer,
            Outcome outcome,
            @Nullable Opinion opinion) {

        @Nullable
        Boolean agrees() {
            return opinion == null ? null : opinion.category().equals(turn.expected());
        }
    }

    Uni<Void> keep(Told it) {
        Opinion opinion = it.opinion();
        return pool.preparedQuery(KEEP)
                .execute(Tuple.tuple()
                        .addUUID(it.turn().ticket())
                        .addOffsetDateTime(it.askedAt().atOffset(ZoneOffset.UTC))
                        .addString(it.host())
                        .addString(it.model())
                        .addString(
                                sealed(it.prompt().system() + "\n" + it.prompt().user()))
                        .addString(sealed(it.answer()))
                        .addString(it.outcome().name())
                        .addString(it.turn().expected())
                        .addString(opinion == null ? null : opinion.category())
                        .addBoolean(it.agrees())
                        .addDouble(opinion == null ? null : opinion.confidence())
                        .addString(opinion == null ? null : sealed(opinion.reason()))
                        .addShort((short) it.made().count())
                        .addInteger(it.made().tokens())
                        .addInteger((int) it.took().toMillis()))
                .replaceWithVoid();
    }

    private @Nullable String sealed(@Nullable String words) {
        return words == null ? null : sealer.seal(words).value();
    }
}
