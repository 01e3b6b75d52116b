package org.chuishao.grid.outline;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.chuishao.mesh.event.Place.Crs;
import org.chuishao.mesh.location.Position;
import org.chuishao.mesh.location.Projection;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Outlines as files have them: a GeoJSON geometry, or well-known text. What is wrong is said without quoting it. */
public final class OutlineText {

    private static final int MOST_POINTS = 20_000;

    /** Grids are held against each other: two combs cross in a quarter of the square of it. */
    private static final int MOST_POINTS_OF_A_GRID = 1_000;

    private static final int GRID_DIGITS = 15;
    private static final int FEWEST_POINTS = 4;

    private OutlineText() {}

    /**
     * @param code of the region that it is of: a grid has fewer points
     * @throws IllegalArgumentException saying what is wrong
     */
    public static Outline ofGeoJson(JsonNode geometry, Crs crs, String code) {
        JsonNode coordinates = geometry.path("coordinates");
        int most = mostPoints(code);
        return switch (geometry.path("type").asText()) {
            case "Polygon" -> checked(polygon(coordinates), crs, most);
            case "MultiPolygon" -> {
                List<Polygon> polygons = new ArrayList<>();
                array(coordinates).forEach(rings -> polygons.add(polygon(rings)));
                yield checked(Outline.GEOMETRY.createMultiPolygon(polygons.toArray(Polygon[]::new)), crs, most);
            }
            default -> throw new IllegalArgumentException("must be a Polygon or a MultiPolygon");
        };
    }

    /** The same of well-known text. */
    public static Outline ofWkt(String text, Crs crs, String code) {
        try {
            return checked(new WKTReader(Outline.GEOMETRY).read(text), crs, mostPoints(code));
        } catch (ParseException e) {
            throw new IllegalArgumentException("must be a POLYGON or a MULTIPOLYGON in well-known text", e);
        }
    }

    /** How many points the outline of a region may have. */
    public static int mostPoints(String code) {
        return code.length() == GRID_DIGITS ? MOST_POINTS_OF_A_GRID : MOST_POINTS;
    }

    public static void writeGeoJson(Outline outline, JsonGenerator json) throws IOException {
        Geometry shape = outline.shape();
        boolean one = shape instanceof Polygon;
        json.writeStartObject();
        json.writeStringField("type", one ? "Polygon" : "MultiPolygon");
        json.writeArrayFieldStart("coordinates");
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            write((Polygon) shape.getGeometryN(i), one, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(Polygon polygon, boolean bare, JsonGenerator json) throws IOException {
        if (!bare) {
            json.writeStartArray();
        }
        write(polygon.getExteriorRing(), json);
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            write(polygon.getInteriorRingN(i), json);
        }
        if (!bare) {
            json.writeEndArray();
        }
    }

    private static void write(LinearRing ring, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (int i = 0; i < ring.getNumPoints(); i++) {
            json.writeArray(
                    new double[] {
                        ring.getCoordinateSequence().getX(i),
                        ring.getCoordinateSequence().getY(i)
                    },
                    0,
                    2);
        }
        json.writeEndArray();
    }

    private static Polygon polygon(JsonNode rings) {
        List<LinearRing> closed = new ArrayList<>();
        array(rings).forEach(ring -> closed.add(ring(ring)));
        if (closed.isEmpty()) {
            throw new IllegalArgumentException("must have a ring of points");
        }
        return Outline.GEOMETRY.createPolygon(
                closed.get(0), closed.subList(1, closed.size()).toArray(LinearRing[]::new));
    }

    private static LinearRing ring(JsonNode points) {
        List<Coordinate> ring = new ArrayList<>();
        for (JsonNode point : array(points)) {
            if (!point.path(0).isNumber() || !point.path(1).isNumber()) {
                throw new IllegalArgumentException("must have points of longitude and latitude");
            }
            ring.add(new Coordinate(point.path(0).asDouble(), point.path(1).asDouble()));
        }
        if (ring.size() < FEWEST_POINTS || !ring.get(0).equals2D(ring.get(ring.size() - 1))) {
            throw new IllegalArgumentException("must have rings of four points or more that end where they begin");
        }
        return Outline.GEOMETRY.createLinearRing(ring.toArray(Coordinate[]::new));
    }

    private static JsonNode array(JsonNode node) {
        if (!node.isArray()) {
            throw new IllegalArgumentException("must have coordinates in arrays");
        }
        return node;
    }

    private static Outline checked(Geometry given, Crs crs, int most) {
        if (!given.getGeometryType().endsWith(Geometry.TYPENAME_POLYGON) || given.isEmpty()) {
            throw new IllegalArgumentException("must be a polygon or several");
        }
        if (given.getNumPoints() > most) {
            throw new IllegalArgumentException("must have at most " + most + " points");
        }
        given.apply(new ToCgcs2000(crs));
        given.geometryChanged();
        TopologyValidationError wrong = new IsValidOp(given).getValidationError();
        if (wrong != null) {
            throw new IllegalArgumentException("is no outline: " + wrong.getMessage());
        }
        return new Outline(given);
    }

    /** Point by point; a point that is none ends it. */
    private record ToCgcs2000(Crs crs) implements CoordinateSequenceFilter {

        @Override
        public void filter(CoordinateSequence ring, int i) {
            double longitude = ring.getX(i);
            double latitude = ring.getY(i);
            // a NaN fails the comparisons
            if (!(longitude >= -180 && longitude <= 180 && latitude >= -90 && latitude <= 90)) {
                throw new IllegalArgumentException("must have longitudes and latitudes in degrees");
            }
            Position plain = Projection.to(Crs.CGCS2000, new Position(longitude, latitude, crs));
            ring.setOrdinate(i, 0, plain.longitude());
            ring.setOrdinate(i, 1, plain.latitude());
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }
}
