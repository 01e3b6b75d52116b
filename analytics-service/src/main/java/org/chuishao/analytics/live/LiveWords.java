package org.chuishao.analytics.live;

import jakarta.enterprise.context.ApplicationScoped;
import org.chuishao.analytics.warning.WarningRule;
import org.chuishao.analytics.word.EventWord;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.reference.CategoryNames;
import org.chuishao.mesh.reference.Regions;
import org.jspecify.annotations.Nullable;

/** Names what a line says by codes. */
@ApplicationScoped
class LiveWords {

    private final Regions regions;
    private final CategoryNames names;

    LiveWords(Regions regions, CategoryNames names) {
        this.regions = regions;
        this.names = names;
    }

    LiveEvent.Ticket ticket(Line line) {
        return new LiveEvent.Ticket(
                line.mark(),
                line.subject(),
                line.number(),
                line.type(),
                EventWord.of(line.type()),
                line.region(),
                regions.nameOf(line.region()),
                line.category(),
                category(line),
                line.state(),
                State.valueOf(line.state()).label(),
                line.at(),
                line.late());
    }

    LiveEvent.Warning warning(Line line) {
        String rule = line.rule();
        return new LiveEvent.Warning(
                line.mark(),
                line.subject(),
                line.type(),
                rule,
                rule == null ? null : WarningRule.valueOf(rule).label(),
                line.level(),
                line.region(),
                regions.nameOf(line.region()),
                line.category(),
                category(line),
                line.state(),
                line.at());
    }

    private @Nullable String category(Line line) {
        String code = line.category();
        return code == null ? null : names.nameOf(code);
    }
}
