package org.chuishao.grid.assignment;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.stream.Stream;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.crypto.UnsealException;
import org.chuishao.mesh.event.Sealed;
import org.jspecify.annotations.Nullable;

/** Opens briefs for those who have passed the scope. */
@ApplicationScoped
class Briefs {

    private final Sealer sealer;

    Briefs(Sealer sealer) {
        this.sealer = sealer;
    }

    /** Title and place, enough for a line of a list. */
    Matter line(TicketBrief brief) {
        return new Matter(
                open(brief, brief.title),
                brief.kind,
                brief.secret,
                open(brief, brief.place),
                brief.region,
                brief.longitude,
                brief.latitude,
                brief.crs,
                brief.happenedAt,
                null,
                null,
                null);
    }

    Matter whole(TicketBrief brief) {
        Matter line = line(brief);
        return new Matter(
                line.title(),
                line.kind(),
                line.secret(),
                line.place(),
                line.region(),
                line.longitude(),
                line.latitude(),
                line.crs(),
                line.happenedAt(),
                open(brief, brief.content),
                open(brief, brief.desired),
                Stream.of(brief.supplements)
                        .map(text -> open(brief, text))
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** A text by a key that was taken off the ring must not hide the rest of the inbox. */
    private @Nullable String open(TicketBrief brief, @Nullable String sealed) {
        if (sealed == null) {
            return null;
        }
        try {
            return sealer.open(new Sealed(sealed));
        } catch (UnsealException e) {
            Log.warnf("a text of ticket %s cannot be opened: %s", brief.ticket, e.getMessage());
            return null;
        }
    }
}
