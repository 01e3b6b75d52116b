package org.chuishao.mesh.location;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.chuishao.mesh.event.Place.Crs;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * The outlines of the counties. The file does not name its system; it comes from a Chinese map kit, so it is taken as
 * GCJ-02. It is simplified: near a border it cannot tell one county from the next.
 */
public final class CountyOutlines {

    public static final String RESOURCE = "/reference/liaoning_counties.geojson";

    /** What the simplification may have moved a border, in degrees: about 500 m. */
    private static final double BLUR = 0.005;

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    /** @param clear false within the blur of a border */
    public record County(String code, boolean clear) {}

    private record Outline(String code, PreparedGeometry shape) {}

    private final STRtree outlines = new STRtree();
    private final Map<String, Position> labels = new HashMap<>();

    /** @param geojson a FeatureCollection with {@code code} and {@code cp} in the properties of each feature */
    CountyOutlines(InputStream geojson) throws IOException {
        for (JsonNode feature : new JsonMapper().readTree(geojson).get("features")) {
            String code = feature.at("/properties/code").asText();
            MultiPolygon shape = shape(feature.get("geometry"));
            outlines.insert(shape.getEnvelopeInternal(), new Outline(code, PreparedGeometryFactory.prepare(shape)));
            JsonNode label = feature.at("/properties/cp");
            if (label.size() == 2) {
                Position given =
                        new Position(label.get(0).asDouble(), label.get(1).asDouble(), Crs.GCJ02);
                labels.put(code, Projection.to(Crs.CGCS2000, given));
            }
        }
        outlines.build();
    }

    /** The outlines carried in the jar. */
    public static CountyOutlines ofLiaoning() {
        try (InputStream file = CountyOutlines.class.getResourceAsStream(RESOURCE)) {
            if (file == null) {
                throw new IllegalStateException(RESOURCE + " is missing");
            }
            return new CountyOutlines(file);
        } catch (IOException e) {
            throw new IllegalStateException(RESOURCE + " cannot be read", e);
        }
    }

    /** Longitude and latitude (CGCS2000) of the county's label. */
    public Map<String, double[]> labelPoints() {
        Map<String, double[]> points = new HashMap<>();
        labels.forEach((code, at) -> points.put(code, new double[] {at.longitude(), at.latitude()}));
        return points;
    }

    /** The counties that hold the position: none outside of all, more than one where outlines overlap. */
    public List<County> at(Position position) {
        Position given = Projection.to(Crs.GCJ02, position);
        Point point = GEOMETRY.createPoint(new Coordinate(given.longitude(), given.latitude()));
        List<County> found = new ArrayList<>(1);
        for (Object candidate : outlines.query(new Envelope(point.getCoordinate()))) {
            Outline outline = (Outline) candidate;
            if (outline.shape().covers(point)) {
                double border = outline.shape().getGeometry().getBoundary().distance(point);
                found.add(new County(outline.code(), border > BLUR));
            }
        }
        return found;
    }

    private static MultiPolygon shape(JsonNode geometry) {
        JsonNode coordinates = geometry.get("coordinates");
        boolean many = geometry.get("type").asText().equals("MultiPolygon");
        return GEOMETRY.createMultiPolygon(
                many
                        ? elements(coordinates).stream()
                                .map(CountyOutlines::polygon)
                                .toArray(Polygon[]::new)
                        : new Polygon[] {polygon(coordinates)});
    }

    private static Polygon polygon(JsonNode rings) {
        List<LinearRing> closed =
                elements(rings).stream().map(CountyOutlines::ring).toList();
        return GEOMETRY.createPolygon(
                closed.get(0), closed.subList(1, closed.size()).toArray(LinearRing[]::new));
    }

    private static LinearRing ring(JsonNode points) {
        return GEOMETRY.createLinearRing(elements(points).stream()
                .map(point ->
                        new Coordinate(point.get(0).asDouble(), point.get(1).asDouble()))
                .toArray(Coordinate[]::new));
    }

    private static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
