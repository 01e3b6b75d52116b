package org.chuishao.grid.whistle;

import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.event.WhistleEvent.WhistleKind;
import org.jspecify.annotations.Nullable;

/** Where a step has brought a whistle. It is kept for repetitions of the request, so it holds nothing of the matter. */
record HandledWhistle(
        UUID id,
        UUID ticket,
        WhistleKind kind,
        Whistle.Phase phase,
        @Nullable Boolean confirmed,
        List<HandledCall> calls) {

    record HandledCall(
            UUID id,
            String department,
            @Nullable String substitute,
            Call.Phase phase,
            Call.Share share,
            Call.Objection objection,
            int supervision) {}

    static HandledWhistle of(Sheet sheet) {
        WhistleRow row = sheet.row();
        return new HandledWhistle(
                row.id,
                row.ticket,
                row.kind,
                row.phase,
                row.confirmed,
                sheet.calls().stream()
                        .map(it -> new HandledCall(
                                it.id, it.department, it.substitute, it.phase, it.share, it.objection, it.supervision))
                        .toList());
    }
}
