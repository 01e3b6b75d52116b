package org.chuishao.grid.notification;

import java.time.Instant;
import java.util.UUID;
import org.chuishao.mesh.event.NoticeEvent.Channel;
import org.chuishao.mesh.event.NoticeEvent.Matter;
import org.chuishao.mesh.event.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A message as a carrier gets it. Who the worker is, and his phone, the carrier knows: the mesh does not.
 *
 * @param id the same each time that it is sent
 * @param attempt from 1
 * @param worker null for the desk of the unit
 */
record Message(
        UUID id,
        int attempt,
        Matter matter,
        Channel channel,
        Severity severity,
        String unit,
        @Nullable String worker,
        @Nullable String number,
        @Nullable Instant dueAt,
        String title,
        String text) {}
