package org.chuishao.routing.proposal;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.event.DispatchEvent.LeadDesignated;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;
import org.chuishao.mesh.reference.Unit;
import org.chuishao.mesh.reference.Units;
import org.chuishao.routing.category.Category;
import org.chuishao.routing.dispatch.Json;
import org.jspecify.annotations.Nullable;

/** Offers a conference's word to the dispatch catalogue, once it stands on the log. */
@ApplicationScoped
class ProposalReader implements LogEffect {

    private static final String KEEP = """
            insert into catalogue_proposal (id, ticket_id, category, region, lead, assisting, minutes, proposed_by,
                proposed_at)
            select id, ticket, category, region, lead, assisting, minutes, proposer, at
            from jsonb_to_recordset($1::text::jsonb) as r (id uuid, ticket uuid, category text, region text, lead text,
                assisting text[], minutes text, proposer text, at timestamptz)
            on conflict (id) do nothing
            """;

    private final Units units;

    ProposalReader(Units units) {
        this.units = units;
    }

    private record Offered(
            UUID id,
            UUID ticket,
            String category,
            String region,
            String lead,
            List<String> assisting,
            @Nullable String minutes,
            String proposer,
            Instant at) {}

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        List<Offered> offered = new ArrayList<>();
        for (ReadEvent read : events) {
            String category = read.after().category();
            // what fits no category would be an entry for all that fits none
            if (category == null || category.equals(Category.OTHER)) {
                continue;
            }
            if (read.applied() && read.event().data() instanceof LeadDesignated it) {
                offered.add(offered(read, category, it));
            }
        }
        return offered.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .sql()
                        .preparedQuery(KEEP)
                        .execute(Tuple.of(Json.rows(offered)))
                        .replaceWithVoid();
    }

    private Offered offered(ReadEvent read, String category, LeadDesignated it) {
        String served = units.find(it.leadUnit()).map(Unit::region).orElse(it.region());
        return new Offered(
                read.event().id(),
                read.event().ticket(),
                category,
                ProposedRegion.of(it.region(), served),
                it.leadUnit(),
                it.assistingUnits(),
                it.minutes(),
                read.event().actor().id(),
                read.event().at());
    }
}
