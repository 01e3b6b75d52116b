package org.chuishao.grid.assignment;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.stream.Stream;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.crypto.UnsealException;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.sight.Sight;
import org.jspecify.annotations.Nullable;

/** Opens briefs for those who have passed the scope, as far as their sight goes. */
@ApplicationScoped
class Briefs {

    private final Sealer sealer;

    Briefs(Sealer sealer) {
        this.sealer = sealer;
    }

    /** Title and place, enough for a line of a list. */
    Matter line(TicketBrief brief, Sight sight) {
        boolean place = sight.place();
        return new Matter(
                words(brief, brief.title, sight),
                brief.kind,
                brief.secret,
                place ? words(brief, brief.place, sight) : null,
                brief.region,
                place ? brief.longitude : null,
                place ? brief.latitude : null,
                place ? brief.crs : null,
                brief.happenedAt,
                null,
                null,
                null);
    }

    Matter whole(TicketBrief brief, Sight sight) {
        Matter line = line(brief, sight);
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
                words(brief, brief.content, sight),
                words(brief, brief.desired, sight),
                Stream.of(brief.supplements)
                        .map(text -> words(brief, text, sight))
                        .filter(Objects::nonNull)
                        .toList());
    }

    private @Nullable String words(TicketBrief brief, @Nullable String sealed, Sight sight) {
        return sight.words(open(brief, sealed));
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
