package org.chuishao.grid.assignment;

import java.time.Instant;
import org.chuishao.mesh.fold.AssignmentState.Extension;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for and decided about an assignment. The words, without numbers that point to a person, are left out of
 * lists.
 *
 * @param note the words that it was handed down with
 * @param extension where its extension stands; null while none was asked for
 * @param extensionUntil as asked for, or as granted
 * @param extensionReason the unit's
 * @param extensionDecision the supervisor's
 * @param reviewAt when it goes on by itself at the latest; null unless it is suspended
 */
public record Asked(
        @Nullable String note,
        @Nullable Extension extension,
        @Nullable Instant extensionUntil,
        @Nullable String extensionReason,
        @Nullable String extensionDecision,
        @Nullable String suspensionCause,
        @Nullable Instant reviewAt) {}
