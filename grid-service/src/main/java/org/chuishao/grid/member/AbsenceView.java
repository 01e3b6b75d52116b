package org.chuishao.grid.member;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When a worker is away.
 *
 * @param standIn who has his work meanwhile; absent where it is the backup's or the unit's desk's
 * @param recordedBy the subject of whoever recorded it
 * @param endedAt when it was ended before its time
 */
record AbsenceView(
        UUID id,
        String worker,
        OffsetDateTime from,
        OffsetDateTime to,
        @Nullable String standIn,
        @Nullable String recordedBy,
        @Nullable OffsetDateTime endedAt) {}
