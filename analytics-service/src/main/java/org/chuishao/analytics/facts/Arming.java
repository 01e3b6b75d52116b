package org.chuishao.analytics.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.event.DeadlineEvent.DeadlineArmed;

/** One clock that begins, goes on, or has another end. */
record Arming(UUID deadline, CountedAct act, Instant dueAt) {

    /** Those of an event that figures count. */
    static List<Arming> in(DeadlineArmed event) {
        List<Arming> all = new ArrayList<>();
        add(all, event.deadline(), event.act(), event.dueAt());
        List<DeadlineArmed.Also> also = event.also();
        if (also != null) {
            also.forEach(it -> add(all, it.deadline(), it.act(), it.dueAt()));
        }
        return all;
    }

    private static void add(List<Arming> all, UUID deadline, String act, Instant dueAt) {
        CountedAct.of(act).ifPresent(counted -> all.add(new Arming(deadline, counted, Said.asKept(dueAt))));
    }
}
