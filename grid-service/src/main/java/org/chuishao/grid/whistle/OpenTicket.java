package org.chuishao.grid.whistle;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.chuishao.grid.assignment.References;
import org.chuishao.grid.location.Point;
import org.chuishao.grid.region.KnownRegions;
import org.chuishao.grid.whistle.Bodies.Blow;
import org.chuishao.grid.whistle.Bodies.Found;
import org.chuishao.grid.words.Words;
import org.chuishao.mesh.event.AssignmentEvent.GridReported;
import org.chuishao.mesh.event.Place;
import org.chuishao.mesh.log.Ledger;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.time.Ids;
import org.jspecify.annotations.Nullable;

/**
 * Opens the ticket of a whistle that has none (无单吹哨): reported as what is found on patrol, in the transaction of the
 * whistle, so that neither is ever there without the other. Intake numbers it, routing dispatches it.
 */
@ApplicationScoped
class OpenTicket {

    private static final String WORKS_THERE = """
            select exists (select from membership m where m.grid = ?1 and m.worker = ?2
                and m.valid_from <= app_now() and (m.valid_to is null or m.valid_to > app_now()))
            """;
    private static final String KNOWN_CATEGORY = "select exists (select from category_name where code = ?1)";

    private final Ledger ledger;
    private final Words words;

    OpenTicket(Ledger ledger, Words words) {
        this.ledger = ledger;
        this.words = words;
    }

    Uni<About> open(Scope by, Blow wanted) {
        Found found = wanted.found();
        if (found == null) {
            throw Problem.invalid("ticket", "is needed, or else found: what the ticket is about that is opened");
        }
        String region = wanted.region();
        if (region == null) {
            throw Problem.invalid("region", "is needed where the whistle opens a ticket");
        }
        UUID ticket = Ids.next();
        GridReported reported = reported(found, region, wanted.site());
        return requireThere(Post.of(by, region), region)
                .chain(() -> requireKnown(found.category()))
                .chain(() -> ledger.record(ticket, reported))
                .map(state -> new About(ticket, state));
    }

    /** A worker opens one in a grid of his own, a desk or a leader in the own territory. */
    private static Uni<Void> requireThere(Post post, String region) {
        return switch (post.rank()) {
            case GRID -> requireTrue(WORKS_THERE, "region", "is no grid that you work in now", region, post.worker());
            case COMMUNITY, TOWN_DESK, TOWN_LEADER -> KnownRegions.require(region, "region");
            case ADJUDICATOR, OTHER ->
                throw Problem.forbidden("A whistle without a ticket is blown by the grid, the community or the town.");
        };
    }

    private static Uni<Void> requireKnown(@Nullable String category) {
        return category == null
                ? Uni.createFrom().voidItem()
                : requireTrue(KNOWN_CATEGORY, "found.category", "is not a known category", category);
    }

    private static Uni<Void> requireTrue(String sql, String field, String message, @Nullable Object... values) {
        return Panache.getSession()
                .chain(session -> {
                    var query = session.createNativeQuery(sql, Boolean.class);
                    for (int i = 0; i < values.length; i++) {
                        query.setParameter(i + 1, values[i]);
                    }
                    return query.getSingleResult();
                })
                .invoke(is -> {
                    if (!is) {
                        throw Problem.invalid(field, message);
                    }
                })
                .replaceWithVoid();
    }

    private GridReported reported(Found found, String region, @Nullable Point site) {
        Point at = found.position() == null ? site : found.position();
        Place place = new Place(
                words.sealOrNull(found.place()),
                region,
                at == null ? null : at.longitude(),
                at == null ? null : at.latitude(),
                at == null ? null : at.crs());
        return new GridReported(
                words.seal(found.title()),
                words.seal(found.content()),
                place,
                region,
                References.evidence(found.evidence()),
                false,
                null,
                found.category());
    }
}
