package org.chuishao.analytics.warning.life;

import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.chuishao.analytics.warning.WarningLevel;
import org.chuishao.analytics.warning.WarningRule;
import org.chuishao.analytics.word.China;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A warning in a list. */
@Schema(name = "Warning")
record WarningView(
        UUID id,
        WarningRule rule,
        String ruleLabel,
        WarningLevel level,
        LifeState state,
        String stateLabel,

        @Schema(description = "The smallest division that holds its complaints")
        String region,

        String regionName,
        String category,

        @Schema(description = "As people say it; the code where no name is known")
        String categoryName,

        @Schema(description = "Code of the supply network (FACILITY)") @Nullable
        String network,

        @Schema(description = "When the event was written that decided it")
        OffsetDateTime at,

        OffsetDateTime raisedAt,

        @Schema(description = "When its first complaint came in")
        OffsetDateTime firstAt,

        @Schema(description = "When its last complaint came in")
        OffsetDateTime lastAt,

        int tickets,

        @Schema(description = "Different people; one who is not known counts as one")
        int people,

        @Schema(description = "The incident that it is part of") @Nullable
        UUID incident,

        @Schema(description = "The ticket that stands for it since it was confirmed") @Nullable
        UUID ticket) {

    static final String COLUMNS = "w.id, w.rule, w.level, w.state, w.region, w.category, w.network, w.at, w.raised_at,"
            + " w.first_at, w.last_at, w.tickets, w.people, w.incident,"
            + " (select p.id from proactive_ticket p where p.id in (w.incident, w.id) order by p.id = w.id limit 1) as ticket";

    static WarningView of(Row row, String regionName, String categoryName) {
        WarningRule rule = WarningRule.valueOf(row.getString("rule"));
        LifeState state = LifeState.valueOf(row.getString("state"));
        return new WarningView(
                row.getUUID("id"),
                rule,
                rule.label(),
                WarningLevel.valueOf(row.getString("level")),
                state,
                state.label(),
                row.getString("region"),
                regionName,
                row.getString("category"),
                categoryName,
                row.getString("network"),
                China.at(row, "at"),
                China.at(row, "raised_at"),
                China.at(row, "first_at"),
                China.at(row, "last_at"),
                row.getInteger("tickets"),
                row.getInteger("people"),
                row.getUUID("incident"),
                row.getUUID("ticket"));
    }
}
