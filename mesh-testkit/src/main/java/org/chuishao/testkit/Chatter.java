package org.chuishao.testkit;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Embedded servers tell hundreds of lines at each start and stop; only their warnings are worth a reader's time. */
final class Chatter {

    static final List<String> CATEGORIES = List.of("kafka", "org.apache.kafka", "state.change.logger", "io.zonky");

    /** Kept, since the log manager forgets the level of a logger that nobody holds. */
    private static final List<Logger> LOGGERS =
            CATEGORIES.stream().map(Logger::getLogger).toList();

    private Chatter() {}

    static void hush() {
        LOGGERS.forEach(logger -> logger.setLevel(Level.WARNING));
    }
}
