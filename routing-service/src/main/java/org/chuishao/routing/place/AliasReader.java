package org.chuishao.routing.place;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.crypto.UnsealException;
import org.chuishao.mesh.event.AssignmentEvent.AssignmentResolved;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;
import org.chuishao.mesh.reference.RegionCode;
import org.jspecify.annotations.Nullable;

/** Learns names of places from tickets whose unit has resolved them where they were dispatched. */
@ApplicationScoped
class AliasReader implements LogEffect {

    private static final int COUNTY = 3;
    private static final int NAMES = 3;

    private static final String WORDS =
            "select ticket_id, title, content, place from routing_ticket where ticket_id = any($1)";

    /** A name that many have told of needs no more of them; a county is bounded. */
    private static final String SIGHT = """
            insert into place_sighting (county, mark, ticket_id, region, at)
            select r.county, m.mark, r.ticket, r.region, $2
            from jsonb_to_recordset($1::text::jsonb) as r (county text, name text, ticket uuid, region text)
            cross join place_salt p
            cross join lateral (select sha256(convert_to(p.salt::text || r.county || r.name, 'UTF8')) as mark) m
            where (select count(*) from (select from place_sighting s where s.county = r.county and s.mark = m.mark limit 50) n)
                  < 50
              and (select count(*) from (select from place_sighting s where s.county = r.county limit 100000) n) < 100000
            on conflict do nothing
            """;

    private static final String LEARN = """
            insert into place_alias as a (county, name, region, tickets)
            select r.county, r.name,
                   case when count(distinct left(s.region, 12)) = 1 and min(length(s.region)) >= 12 then left(min(s.region), 12)
                        when count(distinct left(s.region, 9)) = 1 and min(length(s.region)) >= 9 then left(min(s.region), 9)
                        else r.county end,
                   count(distinct s.ticket_id)
            from (select distinct county, name
                  from jsonb_to_recordset($1::text::jsonb) as n (county text, name text)) r
            cross join place_salt p
            join place_sighting s
                on s.county = r.county and s.mark = sha256(convert_to(p.salt::text || r.county || r.name, 'UTF8'))
            group by r.county, r.name
            having count(distinct s.ticket_id) >= 3
            on conflict (county, name) do update set region = excluded.region, tickets = excluded.tickets
            """;

    private final Sealer sealer;

    AliasReader(Sealer sealer) {
        this.sealer = sealer;
    }

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        Map<UUID, String> resolved = new HashMap<>();
        for (ReadEvent read : events) {
            if (read.applied() && confirms(read)) {
                resolved.put(read.event().ticket(), read.after().region());
            }
        }
        return resolved.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .sql()
                        .preparedQuery(WORDS)
                        .execute(Tuple.of(resolved.keySet().toArray(UUID[]::new)))
                        .chain(rows -> learn(transaction, named(rows, resolved)));
    }

    /** Smaller than a county, and not given back: the place was right. A secret ticket teaches nothing. */
    private static boolean confirms(ReadEvent read) {
        return read.event().data() instanceof AssignmentResolved it
                && it.solved()
                && read.after().state() == State.PENDING_REVIEW
                && !read.after().secret()
                && RegionCode.level(read.after().region()).orElse(0) > COUNTY;
    }

    private JsonArray named(RowSet<Row> rows, Map<UUID, String> resolved) {
        JsonArray named = new JsonArray();
        for (Row row : rows) {
            UUID ticket = row.getUUID("ticket_id");
            String region = resolved.getOrDefault(ticket, RegionCode.PROVINCE);
            PlaceNames.in(words(row)).stream()
                    .limit(NAMES)
                    .forEach(name -> named.add(new JsonObject()
                            .put("county", RegionCode.at(region, COUNTY))
                            .put("name", name)
                            .put("ticket", ticket.toString())
                            .put("region", region)));
        }
        return named;
    }

    /** What does not open any more teaches nothing, and keeps nothing up. */
    private String words(Row row) {
        return opened(row.getString("place"))
                + '\n'
                + opened(row.getString("title"))
                + '\n'
                + opened(row.getArrayOfStrings("content")[0]);
    }

    private String opened(@Nullable String sealed) {
        try {
            return sealed == null ? "" : sealer.open(new Sealed(sealed));
        } catch (UnsealException e) {
            return "";
        }
    }

    private static Uni<Void> learn(ReaderTransaction transaction, JsonArray named) {
        if (named.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple sighted = Tuple.of(named.encode(), transaction.now().atOffset(ZoneOffset.UTC));
        return transaction
                .sql()
                .preparedQuery(SIGHT)
                .execute(sighted)
                .chain(() -> transaction.sql().preparedQuery(LEARN).execute(Tuple.of(named.encode())))
                .replaceWithVoid();
    }
}
