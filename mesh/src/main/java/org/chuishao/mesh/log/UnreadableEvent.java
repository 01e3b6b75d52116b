package org.chuishao.mesh.log;

import org.jspecify.annotations.Nullable;

/** A record on the log that this version cannot make sense of: its ticket is parked. */
final class UnreadableEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableEvent(String message, @Nullable Throwable cause) {
        // what was not understood is quoted: no line of a log may begin or end there
        super(message.replaceAll("\\p{Cntrl}", ""), cause);
    }
}
