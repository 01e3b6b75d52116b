package org.chuishao.grid.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.chuishao.grid.imports.RegionRows.Fields;
import org.chuishao.grid.outline.OutlineText;
import org.chuishao.mesh.event.Place.Crs;
import org.chuishao.mesh.problem.FieldError;
import org.chuishao.mesh.problem.Problem;

/**
 * Regions in a GeoJSON FeatureCollection, with {@code code, name, kind, parent, households, validFrom} in the properties of
 * each feature. Other properties are what some map program put there, and are left alone.
 */
final class GeoJsonFile {

    private GeoJsonFile() {}

    /** @throws Problem 400 with the feature and property of each error, the first hundred */
    static List<RegionRow> read(String json, Crs crs, boolean gridsOnly, ObjectMapper mapper) {
        JsonNode features = features(json, mapper);
        RegionRows rows = new RegionRows(gridsOnly);
        for (int i = 0; i < features.size(); i++) {
            feature(Where.feature(i), features.get(i), crs, rows);
        }
        return rows.all("features");
    }

    private static JsonNode features(String json, ObjectMapper mapper) {
        try {
            JsonNode collection = mapper.readTree(json);
            if (collection.path("type").asText().equals("FeatureCollection")
                    && collection.path("features").isArray()) {
                return collection.get("features");
            }
        } catch (JsonProcessingException e) {
            throw Problem.invalid("features", "must be JSON");
        }
        throw Problem.invalid("features", "must be those of a FeatureCollection");
    }

    private static void feature(Where where, JsonNode feature, Crs crs, RegionRows rows) {
        JsonNode properties = feature.path("properties");
        if (!properties.isObject()) {
            rows.wrong(new FieldError(where.whole(), "must have properties"));
            return;
        }
        Fields fields = new Fields(
                text(properties, "code"),
                text(properties, "name"),
                text(properties, "kind"),
                text(properties, "parent"),
                text(properties, "households"),
                text(properties, "validFrom"));
        JsonNode geometry = feature.path("geometry");
        rows.add(
                where,
                fields,
                () -> geometry.isNull() || geometry.isMissingNode()
                        ? null
                        : OutlineText.ofGeoJson(geometry, crs, fields.code()));
    }

    private static String text(JsonNode properties, String name) {
        JsonNode value = properties.path(name);
        return value.isNull() ? "" : value.asText().strip();
    }
}
