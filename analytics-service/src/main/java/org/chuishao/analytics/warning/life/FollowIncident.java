package org.chuishao.analytics.warning.life;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.analytics.warning.incident.Joins;
import org.chuishao.analytics.warning.incident.ProactiveTickets;
import org.chuishao.analytics.warning.life.Tell.Told;
import org.chuishao.mesh.event.Actor;

/** What follows for the other warnings of a confirmed incident, and for the complaints that join its ticket. */
@ApplicationScoped
class FollowIncident {

    private final ProactiveTickets tickets;
    private final Tell tell;

    FollowIncident(ProactiveTickets tickets, Tell tell) {
        this.tickets = tickets;
        this.tell = tell;
    }

    /** @param actor who has confirmed the incident, or the service where it was before */
    Uni<Void> after(SqlConnection sql, Collection<UUID> warnings, Actor actor) {
        return after(sql, warnings, List.of(), actor);
    }

    /** @param judged warnings of which the others hear that they are judged, whatever joins */
    Uni<Void> after(SqlConnection sql, Collection<UUID> warnings, List<UUID> judged, Actor actor) {
        return tickets.confirmOthers(sql, warnings, actor)
                .chain(confirmed -> Joins.of(sql, warnings).chain(joins -> {
                    List<UUID> all = new ArrayList<>(judged);
                    all.addAll(confirmed);
                    return tell.of(sql, told(all, joins));
                }));
    }

    private static List<Told> told(List<UUID> judged, Map<UUID, List<UUID>> joins) {
        Map<UUID, List<UUID>> left = new LinkedHashMap<>(joins);
        List<Told> told = new ArrayList<>();
        for (UUID warning : judged) {
            List<UUID> its = left.remove(warning);
            told.add(new Told(warning, "judged", its == null ? List.of() : its));
        }
        left.forEach((warning, its) -> told.add(new Told(warning, "joined", its)));
        return told;
    }
}
