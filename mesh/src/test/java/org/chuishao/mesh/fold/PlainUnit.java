package org.chuishao.mesh.fold;

import java.util.UUID;

/** One unit's part in a {@link PlainTicket}. */
final class PlainUnit {

    String name;
    String worker;
    boolean lead;
    UUID handedDownBy;
    int round;
    String phase = "PENDING_SIGN";
    String askedFrom;
    boolean usedItsReturn;
    boolean contacted;
    Boolean solved;
    String extension;

    boolean active() {
        return !phase.equals("ENDED") && !phase.equals("RESOLVED");
    }

    PlainUnit copy() {
        PlainUnit copy = new PlainUnit();
        copy.name = name;
        copy.worker = worker;
        copy.lead = lead;
        copy.handedDownBy = handedDownBy;
        copy.round = round;
        copy.phase = phase;
        copy.askedFrom = askedFrom;
        copy.usedItsReturn = usedItsReturn;
        copy.contacted = contacted;
        copy.solved = solved;
        copy.extension = extension;
        return copy;
    }
}
