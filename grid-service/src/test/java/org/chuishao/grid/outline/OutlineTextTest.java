package org.chuishao.grid.outline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import org.chuishao.mesh.event.Place.Crs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutlineTextTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String SQUARE = "POLYGON ((123 41, 123.01 41, 123.01 41.01, 123 41.01, 123 41))";
    private static final String WITH_A_HOLE =
            "POLYGON ((123 41, 123.03 41, 123.03 41.03, 123 41.03, 123 41), (123.01 41.01, 123.02 41.01, 123.02 41.02,"
                    + " 123.01 41.02, 123.01 41.01))";
    private static final String TWO =
            "MULTIPOLYGON (((123 41, 123.01 41, 123.01 41.01, 123 41)), ((124 41, 124.01 41, 124.01 41.01, 124 41)))";

    @ParameterizedTest
    @ValueSource(strings = {SQUARE, WITH_A_HOLE, TWO})
    void whatIsWrittenIsReadAgainAsItWas(String text) throws IOException {
        Outline outline = OutlineText.ofWkt(text, Crs.CGCS2000, "21");
        StringWriter json = new StringWriter();
        try (JsonGenerator generator = MAPPER.createGenerator(json)) {
            OutlineText.writeGeoJson(outline, generator);
        }
        assertThat(OutlineText.ofGeoJson(MAPPER.readTree(json.toString()), Crs.CGCS2000, "21"))
                .isEqualTo(outline);
        assertThat(OutlineText.ofWkt(outline.wkt(), Crs.CGCS2000, "21")).isEqualTo(outline);
        assertThat(Outline.ofWkb(outline.wkb())).isEqualTo(outline);
    }

    @Test
    void aHoleIsNotWithinAndTheBorderIs() {
        Outline outline = OutlineText.ofWkt(WITH_A_HOLE, Crs.CGCS2000, "21");
        assertThat(outline.covers(123.005, 41.005)).isTrue();
        assertThat(outline.covers(123, 41.01)).isTrue();
        assertThat(outline.covers(123.015, 41.015)).isFalse();
        assertThat(outline.covers(123.04, 41.04)).isFalse();
    }

    @Test
    void theWayToTheBorderIsInMetres() {
        Outline outline = OutlineText.ofWkt(SQUARE, Crs.CGCS2000, "21");
        assertThat(outline.metresToBorder(123.005, 41.011)).isCloseTo(111, within(1.0));
        assertThat(outline.metresToBorder(123.001, 41.005)).isCloseTo(84, within(1.0));
    }

    @Test
    void anOutlineFromAMapKitIsMovedToWhereItIs() {
        Outline moved = OutlineText.ofWkt(SQUARE, Crs.GCJ02, "21");
        assertThat(moved.envelope().getMinX()).isBetween(122.99, 122.998);
        assertThat(moved.envelope().getMinY()).isBetween(40.995, 41.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':'Point','coordinates':[123,41]}                               | Polygon or a MultiPolygon",
                "{'type':'Polygon','coordinates':[[[123,41],[124,41],[123,41]]]}       | four points",
                "{'type':'Polygon','coordinates':[[[123,41],[124,41],[124,42],[123,42]]]} | end where they begin",
                "{'type':'Polygon','coordinates':[[[0,0],[1,1],[1,0],[0,1],[0,0]]]}    | Self-intersection",
                "{'type':'Polygon','coordinates':[[[0,0],[1,0],[1,99],[0,99],[0,0]]]}  | in degrees",
                "{'type':'Polygon','coordinates':[[['a','b'],[1,0],[1,9],[0,0]]]}      | longitude and latitude",
                "{'type':'Polygon','coordinates':{}}                                   | arrays",
                "{'type':'Polygon','coordinates':[]}                                   | ring",
                "{}                                                                    | Polygon or a MultiPolygon",
            })
    void whatIsNoOutlineIsToldSo(String json, String words) throws IOException {
        var geometry = MAPPER.readTree(json.replace('\'', '"'));
        assertThatThrownBy(() -> OutlineText.ofGeoJson(geometry, Crs.CGCS2000, "21"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POINT (1 2)", "POLYGON", "secret", "POLYGON EMPTY"})
    void wellKnownTextThatIsNoneIsNotQuoted(String text) {
        assertThatThrownBy(() -> OutlineText.ofWkt(text, Crs.CGCS2000, "21"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("(?i).*polygon.*")
                .hasMessageNotContaining("secret");
    }
}
