package org.chuishao.grid.assignment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the ticket is about, opened as far as the reader's sight goes: numbers that point to a person are taken out, and
 * of a report or a secret ticket there is no place but the division. In lists only title and place.
 *
 * @param place as the caller said it
 * @param region division code of the smallest place known at receipt
 * @param longitude degrees, in the system named by {@code crs}
 * @param supplements what was added later, the oldest first
 */
public record Matter(
        @Nullable String title,
        String kind,
        boolean secret,
        @Nullable String place,
        @Nullable String region,
        @Nullable Double longitude,
        @Nullable Double latitude,
        @Nullable String crs,
        @Nullable Instant happenedAt,
        @Nullable String content,
        @Nullable String desired,
        @Nullable List<String> supplements) {}
