package org.chuishao.grid.clock;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.chuishao.mesh.calendar.Act;

/** The clocks of a unit's part. */
final class PartActs {

    static final Set<Act> ALL = Collections.unmodifiableSet(
            EnumSet.of(Act.SIGN, Act.SIGN_HARD, Act.CONTACT, Act.ARRIVE, Act.RESOLVE, Act.SUSPENSION));

    private PartActs() {}

    static String[] names(Set<Act> acts) {
        return acts.stream().map(Act::name).toArray(String[]::new);
    }
}
