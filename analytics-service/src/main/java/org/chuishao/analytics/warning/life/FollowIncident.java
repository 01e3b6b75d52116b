package org.chuishao.analytics.warning.life;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        return after(sql, warnings, Map.of(), actor);
    }

    /** The others hear that a warning is judged, whatever joins; and what the units of its ticket are to know beside. */
    Uni<Void> judged(SqlConnection sql, UUID warning, Optional<String> note, Actor actor) {
        return after(sql, List.of(warning), Map.of(warning, note), actor);
    }

    private Uni<Void> after(
            SqlConnection sql, Collection<UUID> warnings, Map<UUID, Optional<String>> judged, Actor actor) {
        return tickets.confirmOthers(sql, warnings, actor)
                .chain(confirmed -> Joins.of(sql, warnings).chain(joins -> {
                    Map<UUID, Optional<String>> all = new LinkedHashMap<>(judged);
                    confirmed.forEach(it -> all.putIfAbsent(it, Optional.empty()));
                    return tell.of(sql, told(all, joins));
                }));
    }

    private static List<Told> told(Map<UUID, Optional<String>> judged, Map<UUID, List<UUID>> joins) {
        List<Told> told = new ArrayList<>();
        judged.forEach((warning, note) ->
                told.add(new Told(warning, "judged", joins.getOrDefault(warning, List.of()), note.orElse(null))));
        joins.forEach((warning, its) -> {
            if (!judged.containsKey(warning)) {
                told.add(new Told(warning, "joined", its, null));
            }
        });
        return told;
    }
}
