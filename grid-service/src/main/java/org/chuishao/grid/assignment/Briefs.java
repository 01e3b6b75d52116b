package org.chuishao.grid.assignment;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.crypto.UnsealException;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.sight.Scrub;
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

    /** @param words false in a list */
    Asked asked(Assignment it, boolean words) {
        return new Asked(
                words ? scrubbed(it, it.note) : null,
                it.extension,
                it.extensionUntil,
                words ? scrubbed(it, it.extensionReason) : null,
                words ? scrubbed(it, it.extensionDecision) : null,
                it.suspensionCause,
                it.reviewAt);
    }

    private @Nullable String scrubbed(Assignment it, @Nullable String sealed) {
        String text = open(it.ticket, sealed);
        return text == null ? null : Scrub.numbers(text);
    }

    private @Nullable String words(TicketBrief brief, @Nullable String sealed, Sight sight) {
        return sight.words(open(brief.ticket, sealed));
    }

    /** A text by a key that was taken off the ring must not hide the rest of the inbox. */
    private @Nullable String open(UUID ticket, @Nullable String sealed) {
        if (sealed == null) {
            return null;
        }
        try {
            return sealer.open(new Sealed(sealed));
        } catch (UnsealException e) {
            Log.warnf("a text of ticket %s cannot be opened: %s", ticket, e.getMessage());
            return null;
        }
    }
}
