package org.chuishao.analytics.facts;

import java.util.Arrays;
import java.util.Optional;
import org.chuishao.mesh.calendar.Act;

/** The acts of a unit's part whose clocks figures count; the log says when each was done. */
enum CountedAct {
    SIGN(Act.SIGN),
    CONTACT(Act.CONTACT),
    ARRIVE(Act.ARRIVE),
    RESOLVE(Act.RESOLVE);

    private final Act act;

    CountedAct(Act act) {
        this.act = act;
    }

    /** Empty for a clock that no figure counts. */
    static Optional<CountedAct> of(String name) {
        return Arrays.stream(values())
                .filter(counted -> counted.act.name().equals(name))
                .findFirst();
    }
}
