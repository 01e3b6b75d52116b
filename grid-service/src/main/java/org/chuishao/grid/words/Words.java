package org.chuishao.grid.words;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.crypto.UnsealException;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.sight.Scrub;
import org.jspecify.annotations.Nullable;

/** Seals what people write about a whistle or a dispute, and opens it for those who have passed the scope. */
@ApplicationScoped
public class Words {

    private final Sealer sealer;

    Words(Sealer sealer) {
        this.sealer = sealer;
    }

    public Sealed seal(String text) {
        return sealer.seal(text);
    }

    public @Nullable Sealed sealOrNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : sealer.seal(text);
    }

    /** Without numbers that point to a person; null where no key opens it. */
    public @Nullable String open(@Nullable String sealed) {
        String text = whole(sealed);
        return text == null ? null : Scrub.numbers(text);
    }

    /** As it was sealed. */
    public @Nullable String whole(@Nullable String sealed) {
        if (sealed == null) {
            return null;
        }
        try {
            return sealer.open(new Sealed(sealed));
        } catch (UnsealException e) {
            Log.warnf("a text cannot be opened: %s", e.getMessage());
            return null;
        }
    }
}
