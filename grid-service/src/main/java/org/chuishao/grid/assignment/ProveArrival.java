package org.chuishao.grid.assignment;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import org.chuishao.grid.assignment.Acts.Arrival;
import org.chuishao.grid.assignment.OnSite.From;
import org.chuishao.grid.location.GridBorder;
import org.chuishao.grid.location.Point;
import org.chuishao.grid.site.Fence;
import org.chuishao.grid.site.SiteCode;
import org.chuishao.grid.words.Words;
import org.chuishao.mesh.event.Place.Crs;
import org.chuishao.mesh.location.Position;
import org.chuishao.mesh.location.Projection;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.time.Ids;
import org.jspecify.annotations.Nullable;

/** Whether somebody who says that he has arrived is where the matter is, and what is kept of it. */
@ApplicationScoped
class ProveArrival {

    private static final String CODE = "SELECT code FROM site_code WHERE assignment_id = ?1";
    private static final String KEEP = """
            INSERT INTO arrival (id, assignment_id, proof, crs, measured_from, metres, arrived_at)
            VALUES (:id, :assignment, :proof, cast(:crs AS text), cast(:measured AS text), cast(:metres AS bigint), :at)
            """;
    private static final String OF_ANOTHER =
            "SELECT count(*) FROM evidence WHERE id = ?1 AND assignment_id IS DISTINCT FROM ?2";

    private final GridBorder border;
    private final Words words;
    private final ArrivalConfig config;

    ProveArrival(GridBorder border, Words words, ArrivalConfig config) {
        this.border = border;
        this.words = words;
        this.config = config;
    }

    /** @return as failure {@link Problem} 422 saying how far away it is, or that the code is another; 400 of a photo */
    Uni<Void> prove(Assignment row, Arrival body, Instant now) {
        if (body.proof() != null) {
            return ofNoOther(row, body.proof());
        }
        Uni<OnSite> proved =
                body.position() == null ? byCode(row, String.valueOf(body.code())) : byPosition(row, body.position());
        return proved.invoke(it -> row.onSite = it)
                .chain(it -> keep(row, it, body.position(), now))
                .replaceWithVoid();
    }

    /** A phone may name its photo before it has announced it; one that is known has to be of this assignment. */
    private static Uni<Void> ofNoOther(Assignment row, String proof) {
        UUID photo = References.id(proof);
        return photo == null
                ? Uni.createFrom().voidItem()
                : Panache.getSession()
                        .chain(session -> session.createNativeQuery(OF_ANOTHER, Long.class)
                                .setParameter(1, photo)
                                .setParameter(2, row.id)
                                .getSingleResult())
                        .invoke(others -> {
                            if (others > 0) {
                                throw Problem.invalid("proof", "is a photo of something else");
                            }
                        })
                        .replaceWithVoid();
    }

    private Uni<OnSite> byCode(Assignment row, String given) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(CODE, String.class)
                        .setParameter(1, row.id)
                        .getSingleResultOrNull())
                .map(code -> {
                    if (!SiteCode.isShown(words.whole(code), given)) {
                        throw Problem.unprocessable("code", "is not the one that is shown on site");
                    }
                    return OnSite.byCode();
                });
    }

    private Uni<OnSite> byPosition(Assignment row, Point given) {
        return Panache.getSession()
                .chain(session -> session.find(TicketBrief.class, row.ticket))
                .map(brief -> measured(row, brief, given.converted()));
    }

    /** The ticket's own position where it has one: whoever is at the other end of the grid has not come. */
    private OnSite measured(Assignment row, @Nullable TicketBrief brief, Position there) {
        Position site = brief == null ? null : site(brief);
        if (site != null) {
            return within(OnSite.byPosition(From.SITE, Fence.metres(site, there), config.radius()));
        }
        OptionalLong outside = border.metresTo(row.region, there);
        if (outside.isEmpty()) {
            throw Problem.unprocessable(
                    "position", "proves nothing where neither the site nor the grid's outline is known: give the code");
        }
        return within(OnSite.byPosition(From.GRID, outside.getAsLong(), config.margin()));
    }

    private static OnSite within(OnSite it) {
        if (!it.within()) {
            throw Problem.unprocessable(
                    "position",
                    "is " + it.metres() + " m from " + (it.from() == From.SITE ? "the site" : "the grid")
                            + ", and has to be within " + it.allowed());
        }
        return it;
    }

    private static @Nullable Position site(TicketBrief brief) {
        return brief.longitude == null || brief.latitude == null || brief.crs == null
                ? null
                : Projection.to(Crs.CGCS2000, new Position(brief.longitude, brief.latitude, Crs.valueOf(brief.crs)));
    }

    /** Where he was is forgotten: it was for this one question. */
    private static Uni<Integer> keep(Assignment row, OnSite it, @Nullable Point given, Instant now) {
        return Panache.getSession().chain(session -> session.createNativeQuery(KEEP)
                .setParameter("id", Ids.next())
                .setParameter("assignment", row.id)
                .setParameter("proof", it.proof().name())
                .setParameter("crs", given == null ? null : given.crs().name())
                .setParameter("measured", it.from() == null ? null : it.from().name())
                .setParameter("metres", it.metres())
                .setParameter("at", now)
                .executeUpdate());
    }
}
