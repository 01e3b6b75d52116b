package org.chuishao.analytics.keyview;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.chuishao.analytics.figures.Level;
import org.chuishao.analytics.figures.OwnGrid;
import org.chuishao.analytics.figures.Period;
import org.jspecify.annotations.Nullable;

/** The views as other pages of this service show them; that the region lies in the scope was asked before. */
@ApplicationScoped
public class KeyViews {

    private final ShowFields fields;
    private final ShowEvents events;
    private final OwnGrid own;

    KeyViews(ShowFields fields, ShowEvents events, OwnGrid own) {
        this.fields = fields;
        this.events = events;
        this.own = own;
    }

    public Uni<FieldView> fields(Period period, Period before, String region, @Nullable String category) {
        return fields.of(asked(period, before, region), false, category);
    }

    public Uni<EventView> events(
            Period period, Period before, String region, @Nullable String category, Level level, int limit) {
        return events.of(asked(period, before, region), level, category, limit);
    }

    private Asked asked(Period period, Period before, String region) {
        return new Asked(period, before, region, own.is(region));
    }
}
