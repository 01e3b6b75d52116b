package org.chuishao.grid.notification.setting;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.chuishao.grid.rules.Settings;
import org.chuishao.mesh.event.NoticeEvent.Channel;
import org.chuishao.mesh.event.NoticeEvent.Matter;

/** In which words people are told, and where they hold. */
@ApplicationScoped
class Templates {

    private static final String ALL =
            "select matter, channel, region, title, body from notification_template order by matter, channel, region";
    private static final String SET = """
            insert into notification_template (matter, channel, region, title, body) values (?1, ?2, ?3, ?4, ?5)
            on conflict (matter, channel, region) do update set title = excluded.title, body = excluded.body
            """;

    private final Settings settings;

    Templates(Settings settings) {
        this.settings = settings;
    }

    /** @param region that they hold in, with all that lies in it; empty anywhere */
    record Regional(Matter matter, Channel channel, String region, Template words) {}

    @WithTransaction
    Uni<List<Regional>> all() {
        return settings.rows(ALL).map(rows -> rows.stream()
                .map(row -> new Regional(
                        Matter.valueOf((String) row[0]),
                        Channel.valueOf((String) row[1]),
                        (String) row[2],
                        new Template((String) row[3], (String) row[4])))
                .toList());
    }

    /** Sets them, or sets them otherwise, from the next message on. */
    @WithTransaction
    Uni<Regional> set(Regional given) {
        return settings.mayBeSet(given.region())
                .chain(Panache::getSession)
                .chain(session -> session.createNativeQuery(SET)
                        .setParameter(1, given.matter().name())
                        .setParameter(2, given.channel().name())
                        .setParameter(3, given.region())
                        .setParameter(4, given.words().title())
                        .setParameter(5, given.words().body())
                        .executeUpdate())
                .chain(() -> settings.audit(
                        "notification-template.set", given.matter() + " " + given.channel() + " " + given.region()))
                .replaceWith(given);
    }
}
