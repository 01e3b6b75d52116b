package org.chuishao.routing.dispatch;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.crypto.UnsealException;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.sight.Scrub;
import org.chuishao.mesh.sight.Sight;
import org.jspecify.annotations.Nullable;

/** Sealed words as a dispatcher reads them: without numbers that point to a person. */
@ApplicationScoped
public class ShownWords {

    private final Sealer sealer;

    ShownWords(Sealer sealer) {
        this.sealer = sealer;
    }

    /** Of a report (举报) or a secret ticket no title is shown. */
    public @Nullable String title(UUID ticket, String kind, boolean secret, String sealed) {
        return Sight.factsOnly(Kind.valueOf(kind), secret) ? null : of(ticket, sealed);
    }

    /** Null where they cannot be opened: a key that was taken off the ring must not hide all that stands beside. */
    public @Nullable String of(UUID ticket, @Nullable String sealed) {
        if (sealed == null) {
            return null;
        }
        try {
            return Scrub.numbers(sealer.open(new Sealed(sealed)));
        } catch (UnsealException e) {
            Log.warnf("a text of ticket %s stays closed: %s", ticket, e.getMessage());
            return null;
        }
    }
}
