package org.chuishao.mesh.crypto;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.chuishao.mesh.event.Sealed;

/** Seals texts for the log (titles, contents, results), by the ring that all services share. */
@Singleton
public final class Sealer {

    private static final String PURPOSE = "log";

    private final Box box;

    @Inject
    Sealer(Keys keys) {
        this(keys.log());
    }

    /** A sealer by a ring as it stands in the configuration. */
    public Sealer(String ring) {
        box = new Box(KeyRing.parse("chuishao.keys.log", ring));
    }

    public Sealed seal(String text) {
        return box.seal(PURPOSE, text);
    }

    /** Opens what any service sealed. Throws {@link UnsealException}. */
    public String open(Sealed sealed) {
        return box.open(PURPOSE, sealed);
    }
}
