package org.chuishao.mesh.clock;

import org.chuishao.mesh.reference.RulesCopy;

/** The copy of the topic, for tests of its reading. */
public final class KeptRules {

    private KeptRules() {}

    public static RulesCopy in(Rulebook rulebook) {
        return new KeepRules(rulebook);
    }
}
