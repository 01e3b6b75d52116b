package org.chuishao.analytics.backtest;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A back-test: what was asked, how far it is, and what it came to. */
@Schema(name = "Backtest")
record Backtest(
        UUID id,

        @Schema(description = "WAITING for a replica, RUNNING, DONE or FAILED")
        BacktestState state,

        NewBacktest asked,
        String regionName,
        OffsetDateTime askedAt,
        @Nullable OffsetDateTime startedAt,
        @Nullable OffsetDateTime endedAt,

        @Schema(description = "Complaints gone through so far")
        long read,

        @Schema(description = "Complaints to go through; absent before it is known") @Nullable
        Long total,

        @Schema(description = "Why it failed") @Nullable String cause,
        @Nullable BacktestResult result) {}
