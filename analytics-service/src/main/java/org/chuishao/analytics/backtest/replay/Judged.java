package org.chuishao.analytics.backtest.replay;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A warning that people have judged: what is known to have been there, or not.
 *
 * @param confirmed an incident; else found false
 * @param at when it was decided, by the log
 * @param judgedAt the verdict
 * @param tenthAt when its tenth complaint came in; null where it has fewer
 */
public record Judged(
        UUID warning,
        boolean confirmed,
        Instant at,
        @Nullable Instant judgedAt,
        @Nullable Instant tenthAt,
        List<UUID> tickets) {}
