package org.chuishao.mesh.crypto;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.chuishao.mesh.event.Sealed;

/**
 * Seals what belongs to a person, by a ring that only intake has. The purpose names the field and the row, for example
 * {@code phone/<ticket id>}: a value that was moved to another row or field does not open.
 */
@Singleton
public final class PersonalVault {

    private static final String PROPERTY = "chuishao.keys.personal";

    private final Box box;

    @Inject
    PersonalVault(Keys keys) {
        this(keys.personal().orElseThrow(() -> new IllegalStateException("Configuration " + PROPERTY + " is missing")));
    }

    /** A vault by a ring as it stands in the configuration. */
    public PersonalVault(String ring) {
        box = new Box(KeyRing.parse(PROPERTY, ring));
    }

    public Sealed seal(String purpose, String text) {
        return box.seal(purpose, text);
    }

    /** Throws {@link UnsealException}. */
    public String open(String purpose, Sealed sealed) {
        return box.open(purpose, sealed);
    }
}
