package org.chuishao.intake.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.crypto.UnsealException;
import org.chuishao.mesh.event.Sealed;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Opens texts to be shown. One that does not open, since its key has left the ring or the row was changed, is left out:
 * its ticket is still to be worked on, and must not take a whole list with it.
 */
@ApplicationScoped
public class SealedTexts {

    private static final Logger LOG = Logger.getLogger(SealedTexts.class);

    private final Sealer sealer;
    private final Vault vault;
    private final AtomicBoolean told = new AtomicBoolean();

    SealedTexts(Sealer sealer, Vault vault) {
        this.sealer = sealer;
        this.vault = vault;
    }

    /** @return null if there is no text, or none that opens */
    public @Nullable String open(UUID ticket, @Nullable String sealed) {
        return sealed == null ? null : orNull(ticket, () -> sealer.open(new Sealed(sealed)));
    }

    /** What intake sealed for itself. @return null if there is none, or none that opens */
    public <T> @Nullable T open(UUID ticket, String field, @Nullable String sealed, Class<T> type) {
        return sealed == null ? null : orNull(ticket, () -> vault.open(field, ticket, sealed, type));
    }

    private <T> @Nullable T orNull(UUID ticket, Supplier<T> open) {
        try {
            return open.get();
        } catch (UnsealException closed) {
            tell(ticket, closed);
            return null;
        }
    }

    /** Once: a lost key closes every row of every list, and the first says it all. */
    private void tell(UUID ticket, UnsealException closed) {
        if (told.compareAndSet(false, true)) {
            LOG.errorf(
                    "A text of ticket %s cannot be opened: %s. It is shown without it. Check that all keys are still on"
                            + " the rings chuishao.keys.log and chuishao.keys.personal; this is not said again before"
                            + " the next start",
                    ticket, closed.getMessage());
        }
    }
}
