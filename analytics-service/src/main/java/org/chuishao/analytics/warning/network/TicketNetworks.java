package org.chuishao.analytics.warning.network;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.chuishao.analytics.facts.FactFollower.Change;
import org.chuishao.analytics.facts.TicketFact;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.crypto.UnsealException;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.IntakeEvent.Supplemented;
import org.chuishao.mesh.event.IntakeEvent.TicketReceived;
import org.chuishao.mesh.event.Place;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.sql.Columns;
import org.jspecify.annotations.Nullable;

/** On which networks tickets are, and which names of their reaches the words hold. Of the words nothing else is kept. */
@ApplicationScoped
public class TicketNetworks {

    private static final String LOAD =
            "select ticket_id, names, networks from ticket_network where ticket_id = any($1)";
    private static final String SAVE = """
            insert into ticket_network (ticket_id, names, networks)
            select ticket_id, array(select json_array_elements_text(names::json)),
                array(select json_array_elements_text(networks::json))
            from unnest($1::uuid[], $2::text[], $3::text[]) as n (ticket_id, names, networks)
            on conflict (ticket_id) do update set names = excluded.names, networks = excluded.networks
            """;

    private final NetworkBook book;
    private final Sealer sealer;

    TicketNetworks(NetworkBook book, Sealer sealer) {
        this.book = book;
        this.sealer = sealer;
    }

    /** What is kept of a ticket that is, or by its words may come to be, on a network. */
    private record Kept(UUID ticket, List<String> names, List<String> networks) {}

    /** By ticket; none where nothing is known. */
    public record Found(Map<UUID, List<String>> was, Map<UUID, List<String>> now) {

        public List<String> before(UUID ticket) {
            return was.getOrDefault(ticket, List.of());
        }

        public List<String> after(UUID ticket) {
            return now.getOrDefault(ticket, List.of());
        }
    }

    /** Finds and keeps them for the tickets of a batch. */
    public Uni<Found> of(SqlConnection sql, List<Change> changes) {
        if (book.isEmpty()) {
            return Uni.createFrom().item(new Found(Map.of(), Map.of()));
        }
        UUID[] tickets = changes.stream().map(change -> change.after().ticket()).toArray(UUID[]::new);
        return sql.preparedQuery(LOAD).execute(Tuple.of(tickets)).chain(rows -> {
            Map<UUID, Kept> known = new HashMap<>();
            for (Row row : rows) {
                UUID ticket = row.getUUID(0);
                known.put(
                        ticket, new Kept(ticket, List.of(row.getArrayOfStrings(1)), List.of(row.getArrayOfStrings(2))));
            }
            return found(sql, changes, known);
        });
    }

    private Uni<Found> found(SqlConnection sql, List<Change> changes, Map<UUID, Kept> known) {
        Map<UUID, List<String>> was = new HashMap<>();
        Map<UUID, List<String>> now = new HashMap<>();
        List<Kept> changed = new ArrayList<>();
        for (Change change : changes) {
            UUID ticket = change.after().ticket();
            Kept before = known.getOrDefault(ticket, new Kept(ticket, List.of(), List.of()));
            Kept after = after(before, change);
            was.put(ticket, before.networks());
            now.put(ticket, after.networks());
            if (!after.equals(before)) {
                changed.add(after);
            }
        }
        return save(sql, changed).replaceWith(new Found(was, now));
    }

    private Kept after(Kept before, Change change) {
        TicketFact fact = change.after();
        TreeSet<String> names = new TreeSet<>();
        if (!fact.now().secret()) {
            names.addAll(before.names());
            change.events().forEach(read -> names.addAll(book.namesIn(words(read))));
        }
        List<String> all = List.copyOf(names);
        return new Kept(
                before.ticket(), all, book.on(fact.now().region(), fact.now().category(), all));
    }

    private String words(ReadEvent read) {
        EventData data = read.event().data();
        if (data instanceof TicketReceived it) {
            return opened(it.title()) + '\n' + opened(it.content()) + '\n' + opened(text(it.place()));
        }
        return data instanceof Supplemented it ? opened(it.content()) + '\n' + opened(text(it.place())) : "";
    }

    private static @Nullable Sealed text(@Nullable Place place) {
        return place == null ? null : place.text();
    }

    /** What cannot be opened names nothing: the figures of a ticket do not wait for it. */
    private String opened(@Nullable Sealed sealed) {
        try {
            return sealed == null ? "" : sealer.open(sealed);
        } catch (UnsealException e) {
            return "";
        }
    }

    private static Uni<Void> save(SqlConnection sql, List<Kept> changed) {
        if (changed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Columns<Kept> columns = new Columns<>(changed);
        return sql.preparedQuery(SAVE)
                .execute(Tuple.of(
                        columns.ids(Kept::ticket),
                        columns.texts(kept -> new JsonArray(kept.names()).encode()),
                        columns.texts(kept -> new JsonArray(kept.networks()).encode())))
                .replaceWithVoid();
    }
}
