package org.chuishao.bench.grid;

import java.util.SplittableRandom;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;

/**
 * Outlines that lie side by side without a gap over the middle of the province, none of them straight: the corners of a
 * chequered plane are moved, and the middle of each side once more. The same seed makes the same outlines.
 */
record Lattice(int columns, int rows, long seed) {

    private static final double WEST = 119.0;
    private static final double EAST = 125.5;
    private static final double SOUTH = 38.8;
    private static final double NORTH = 43.2;
    private static final double CORNER = 0.3;
    private static final double SIDE = 0.15;
    private static final double SIX_DECIMALS = 1e6;

    static Lattice of(int cells, long seed) {
        int columns = (int) Math.ceil(Math.sqrt(cells * 1.2));
        return new Lattice(columns, (int) Math.ceil((double) cells / columns), seed);
    }

    /** Eight corners and the first again. */
    Coordinate[] ring(int cell) {
        int column = cell % columns;
        int row = cell / columns;
        Coordinate[] corners = {
            corner(column, row), corner(column + 1, row), corner(column + 1, row + 1), corner(column, row + 1)
        };
        return new Coordinate[] {
            corners[0],
            middle(corners[0], corners[1], 2L * key(column, row)),
            corners[1],
            middle(corners[1], corners[2], 2L * key(column + 1, row) + 1),
            corners[2],
            middle(corners[3], corners[2], 2L * key(column, row + 1)),
            corners[3],
            middle(corners[0], corners[3], 2L * key(column, row) + 1),
            corners[0]
        };
    }

    boolean holds(int cell, double longitude, double latitude) {
        return RayCrossingCounter.locatePointInRing(new Coordinate(longitude, latitude), ring(cell))
                != Location.EXTERIOR;
    }

    /** Somewhere in the cell's part of the plane, which its own outline or a neighbour's holds. */
    Coordinate near(int cell, SplittableRandom random) {
        return new Coordinate(
                WEST + (cell % columns + random.nextDouble()) * width(),
                SOUTH + (cell / columns + random.nextDouble()) * height());
    }

    /** Whether the cell lies so far within that all its neighbours are there too. */
    boolean inner(int cell, int cells) {
        int column = cell % columns;
        int row = cell / columns;
        return column > 0 && column < columns - 1 && row > 0 && cell + columns + 1 < cells;
    }

    private Coordinate corner(int column, int row) {
        SplittableRandom random = new SplittableRandom(seed * 31 + key(column, row));
        return rounded(
                WEST + (column + moved(random, CORNER)) * width(), SOUTH + (row + moved(random, CORNER)) * height());
    }

    private Coordinate middle(Coordinate a, Coordinate b, long side) {
        SplittableRandom random = new SplittableRandom(seed * 37 - side);
        return rounded(
                (a.getX() + b.getX()) / 2 + moved(random, SIDE) * width(),
                (a.getY() + b.getY()) / 2 + moved(random, SIDE) * height());
    }

    private static double moved(SplittableRandom random, double part) {
        return (random.nextDouble() - 0.5) * part;
    }

    private static Coordinate rounded(double x, double y) {
        return new Coordinate(Math.rint(x * SIX_DECIMALS) / SIX_DECIMALS, Math.rint(y * SIX_DECIMALS) / SIX_DECIMALS);
    }

    private long key(int column, int row) {
        return (long) row * (columns + 1) + column;
    }

    private double width() {
        return (EAST - WEST) / columns;
    }

    private double height() {
        return (NORTH - SOUTH) / rows;
    }
}
