package org.chuishao.grid.site;

import org.chuishao.mesh.location.Position;

/** How far two positions lie apart, both of CGCS2000. */
public final class Fence {

    private static final double EARTH_METRES = 6_371_000;

    private Fence() {}

    /** Good to a metre over the few kilometres that matter here. */
    public static long metres(Position from, Position to) {
        double east = Math.toRadians(to.longitude() - from.longitude())
                * Math.cos(Math.toRadians((to.latitude() + from.latitude()) / 2));
        double north = Math.toRadians(to.latitude() - from.latitude());
        return Math.round(EARTH_METRES * Math.hypot(east, north));
    }
}
