package org.chuishao.analytics.warning.signal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chuishao.analytics.facts.FactFollower;
import org.chuishao.analytics.warning.network.TicketNetworks;
import org.chuishao.mesh.log.LogConfig;
import org.chuishao.mesh.log.Outbox;
import org.chuishao.mesh.log.ReaderTransaction;
import org.chuishao.mesh.sql.Columns;

/** Says of each ticket under what it has come to stand, and under what it stands no more, in the reader's transaction. */
@ApplicationScoped
class SignalWriter implements FactFollower {

    /** The rows name no ticket of their own: they are no events of the ticket that come back by the log. */
    private static final String WRITE = """
            insert into outbox (event_id, shard, topic, key, attributes, data)
            select gen_random_uuid(), shard, 'signals', key, '{}', data
            from unnest($1::smallint[], $2::text[], $3::text[]) with ordinality as s (shard, key, data, ord)
            order by ord
            """;

    private final TicketNetworks networks;
    private final LogConfig config;
    private final ObjectMapper json;

    SignalWriter(TicketNetworks networks, LogConfig config, ObjectMapper json) {
        this.networks = networks;
        this.config = config;
        this.json = json;
    }

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<Change> changes) {
        return networks.of(transaction.sql(), changes)
                .map(found -> changes.stream()
                        .flatMap(change -> signals(change, found).stream())
                        .toList())
                .chain(signals -> write(transaction.sql(), signals));
    }

    private static List<Signal> signals(Change change, TicketNetworks.Found networks) {
        UUID ticket = change.after().ticket();
        Standing was = Standing.of(change.before(), networks.before(ticket));
        Standing now = Standing.of(change.after(), networks.after(ticket));
        Instant saidAt = change.events().get(change.events().size() - 1).event().at();
        List<Signal> signals = new ArrayList<>();
        was.under().forEach((gathered, seen) -> {
            if (!now.under().containsKey(gathered)) {
                // one that has become secret is not held beside others any more
                signals.add(new Signal(gathered, seen.withoutMeaning(), false, change.version(), saidAt));
            }
        });
        now.under().forEach((gathered, seen) -> {
            if (!seen.equals(was.under().get(gathered))) {
                signals.add(new Signal(gathered, seen, true, change.version(), saidAt));
            }
        });
        return signals;
    }

    private Uni<Void> write(SqlConnection sql, List<Signal> signals) {
        if (signals.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Columns<Signal> columns = new Columns<>(signals);
        return sql.preparedQuery(WRITE)
                .execute(Tuple.of(
                        columns.column(
                                signal -> Outbox.shard(
                                        signal.seen().ticket(), config.relay().shards()),
                                Short[]::new),
                        columns.texts(signal -> signal.gathered().key()),
                        columns.texts(this::written)))
                .replaceWithVoid();
    }

    private String written(Signal signal) {
        try {
            return json.writeValueAsString(signal);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a signal cannot be written", e);
        }
    }
}
