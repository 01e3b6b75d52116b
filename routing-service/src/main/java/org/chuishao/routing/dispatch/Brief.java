package org.chuishao.routing.dispatch;

import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.location.Position;
import org.jspecify.annotations.Nullable;

/** What routing keeps of a ticket's words, sealed. The contents are the first and what was supplied later. */
record Brief(
        UUID ticket,
        Sealed title,
        List<Sealed> content,
        @Nullable Sealed place,
        @Nullable Position position) {}
