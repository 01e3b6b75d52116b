package org.chuishao.routing.dispatch;

import java.time.LocalDate;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.routing.catalogue.Conflict;
import org.chuishao.routing.classify.Assessment;
import org.jspecify.annotations.Nullable;

/**
 * What is to be dispatched.
 *
 * @param day on which the catalogue has to be valid
 * @param conflict who must not have it, since it is about them
 */
record Matter(
        Assessment assessment,
        @Nullable Kind kind,
        boolean secret,
        LocalDate day,
        @Nullable Conflict conflict) {

    Matter(Assessment assessment, @Nullable Kind kind, boolean secret, LocalDate day) {
        this(assessment, kind, secret, day, null);
    }
}
