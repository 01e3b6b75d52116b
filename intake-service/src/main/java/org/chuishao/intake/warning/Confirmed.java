package org.chuishao.intake.warning;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a warning that a person has confirmed.
 *
 * @param event the message's own id
 * @param ticket of the proactive ticket, the same in all that is said of one incident
 * @param title in clear; it holds nothing of a person, and neither does the content
 * @param note what its units are to know beside that, said once; in clear, and of nobody
 * @param joins complaints that stand in it and are new
 */
record Confirmed(
        UUID event,
        UUID warning,
        String region,
        @Nullable String category,
        UUID ticket,
        String title,
        String content,
        @Nullable String note,
        List<UUID> joins) {

    /** All that are touched by what follows from it. */
    Stream<UUID> tickets() {
        return Stream.concat(Stream.of(ticket), joins.stream());
    }
}
