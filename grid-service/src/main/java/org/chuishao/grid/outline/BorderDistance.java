package org.chuishao.grid.outline;

import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;

/** Goes along the borders of a shape and keeps the shortest way to a point, on a plane that touches the earth there. */
final class BorderDistance implements CoordinateSequenceFilter {

    private static final double METRES_A_DEGREE = 111_320;

    private final double longitude;
    private final double latitude;
    private final double eastward;
    private final Coordinate here = new Coordinate(0, 0);
    private double shortest = Double.POSITIVE_INFINITY;

    BorderDistance(double longitude, double latitude) {
        this.longitude = longitude;
        this.latitude = latitude;
        this.eastward = METRES_A_DEGREE * Math.cos(Math.toRadians(latitude));
    }

    /** Called for each point of each ring, with the ring. */
    @Override
    public void filter(CoordinateSequence ring, int i) {
        if (i > 0) {
            shortest = Math.min(shortest, Distance.pointToSegment(here, metres(ring, i - 1), metres(ring, i)));
        }
    }

    private Coordinate metres(CoordinateSequence ring, int i) {
        return new Coordinate((ring.getX(i) - longitude) * eastward, (ring.getY(i) - latitude) * METRES_A_DEGREE);
    }

    double metres() {
        return shortest;
    }

    @Override
    public boolean isDone() {
        return false;
    }

    @Override
    public boolean isGeometryChanged() {
        return false;
    }
}
