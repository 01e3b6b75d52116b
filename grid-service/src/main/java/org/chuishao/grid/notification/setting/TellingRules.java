package org.chuishao.grid.notification.setting;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.chuishao.grid.notification.Addressee;
import org.chuishao.grid.rules.Settings;
import org.chuishao.mesh.event.NoticeEvent.Channel;
import org.chuishao.mesh.event.Severity;
import org.jspecify.annotations.Nullable;

/** By which ways whom is told of what, and where it holds. */
@ApplicationScoped
class TellingRules {

    private static final String ALL = """
            select severity, addressee, region, array_to_string(channels, ','), seconds, climbs,
                to_char(quiet_from, 'HH24:MI'), to_char(quiet_to, 'HH24:MI')
            from notification_rule order by severity, addressee, region
            """;
    private static final String SET = """
            insert into notification_rule (severity, addressee, region, channels, seconds, climbs, quiet_from, quiet_to)
            values (?1, ?2, ?3, string_to_array(?4, ','), ?5, ?6, cast(nullif(?7, '') as time), cast(nullif(?8, '') as time))
            on conflict (severity, addressee, region) do update set channels = excluded.channels,
                seconds = excluded.seconds, climbs = excluded.climbs, quiet_from = excluded.quiet_from,
                quiet_to = excluded.quiet_to
            """;

    private final Settings settings;

    TellingRules(Settings settings) {
        this.settings = settings;
    }

    /** @param region that it holds in, with all that lies in it; empty anywhere */
    record Regional(Severity severity, Addressee addressee, String region, TellingTerms terms) {}

    @WithTransaction
    Uni<List<Regional>> all() {
        return settings.rows(ALL)
                .map(rows -> rows.stream().map(TellingRules::of).toList());
    }

    /** Sets it, or sets it otherwise, from now on. */
    @WithTransaction
    Uni<Regional> set(Regional given) {
        TellingTerms terms = given.terms();
        return settings.mayBeSet(given.region())
                .chain(Panache::getSession)
                .chain(session -> session.createNativeQuery(SET)
                        .setParameter(1, given.severity().name())
                        .setParameter(2, given.addressee().name())
                        .setParameter(3, given.region())
                        .setParameter(
                                4, terms.channels().stream().map(Enum::name).collect(Collectors.joining(",")))
                        .setParameter(5, terms.seconds())
                        .setParameter(6, terms.climbs())
                        .setParameter(7, text(terms.quietFrom()))
                        .setParameter(8, text(terms.quietTo()))
                        .executeUpdate())
                .chain(() -> settings.audit("notification-rule.set", given.toString()))
                .replaceWith(given);
    }

    private static Regional of(Object[] row) {
        return new Regional(
                Severity.valueOf((String) row[0]),
                Addressee.valueOf((String) row[1]),
                (String) row[2],
                new TellingTerms(
                        Arrays.stream(((String) row[3]).split(",", -1))
                                .map(Channel::valueOf)
                                .toList(),
                        ((Number) row[4]).intValue(),
                        (Boolean) row[5],
                        time(row[6]),
                        time(row[7])));
    }

    private static @Nullable LocalTime time(@Nullable Object text) {
        return text == null ? null : LocalTime.parse((String) text);
    }

    private static String text(@Nullable LocalTime time) {
        return time == null ? "" : time.toString();
    }
}
