package org.chuishao.grid.outline;

import java.util.Collection;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTWriter;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** The border of a region: a polygon or several, with their holes, in degrees of CGCS2000. */
public final class Outline {

    /** Two doubles a point: tens of thousands of outlines are held in memory. */
    static final GeometryFactory GEOMETRY =
            new GeometryFactory(new PrecisionModel(), 0, PackedCoordinateSequenceFactory.DOUBLE_FACTORY);

    private static final int PLANE = 2;

    private final Geometry shape;

    Outline(Geometry shape) {
        this.shape = shape;
    }

    /** @throws IllegalArgumentException if these are not the bytes of an outline */
    public static Outline ofWkb(byte[] wkb) {
        try {
            return new Outline(new WKBReader(GEOMETRY).read(wkb));
        } catch (ParseException e) {
            throw new IllegalArgumentException("not an outline", e);
        }
    }

    /** What several hold together. */
    public static Outline union(Collection<Outline> parts) {
        return new Outline(
                UnaryUnionOp.union(parts.stream().map(part -> part.shape).toList()));
    }

    public byte[] wkb() {
        return new WKBWriter(PLANE).write(shape);
    }

    public String wkt() {
        return new WKTWriter(PLANE).write(shape);
    }

    Geometry shape() {
        return shape;
    }

    public Envelope envelope() {
        return shape.getEnvelopeInternal();
    }

    /** True on the border, too. */
    public boolean covers(double longitude, double latitude) {
        Coordinate point = new Coordinate(longitude, latitude);
        return envelope().covers(point) && SimplePointInAreaLocator.locate(point, shape) != Location.EXTERIOR;
    }

    /** From a point to the border, from within as from without. */
    public double metresToBorder(double longitude, double latitude) {
        BorderDistance distance = new BorderDistance(longitude, latitude);
        shape.apply(distance);
        return distance.metres();
    }

    /** How much of the smaller one of the two lies in the other as well, 0 to 1. */
    public double overlap(Outline other) {
        double smaller = Math.min(shape.getArea(), other.shape.getArea());
        return envelope().intersects(other.envelope()) && smaller > 0
                ? shape.intersection(other.shape).getArea() / smaller
                : 0;
    }

    public int points() {
        return shape.getNumPoints();
    }

    public double area() {
        return shape.getArea();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Outline outline && shape.equalsExact(outline.shape);
    }

    @Override
    public int hashCode() {
        return shape.hashCode();
    }
}
