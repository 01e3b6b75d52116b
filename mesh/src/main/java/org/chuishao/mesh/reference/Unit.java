package org.chuishao.mesh.reference;

import org.jspecify.annotations.Nullable;

/**
 * A unit as it stands on the topic {@code units}.
 *
 * @param line the industry line, null for a unit of the territory
 * @param level of its region, 1 province to 5 community
 * @param region division code of what it serves
 * @param superior the unit above it on its own ladder
 * @param synthetic made up for the demonstration
 */
public record Unit(
        String id,
        String name,
        UnitKind kind,
        @Nullable String line,
        int level,
        String region,
        @Nullable String superior,
        boolean synthetic) {}
