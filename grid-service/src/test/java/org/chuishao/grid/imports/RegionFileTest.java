package org.chuishao.grid.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.Charset;
import java.util.List;
import org.chuishao.mesh.event.Place.Crs;
import org.chuishao.mesh.problem.FieldError;
import org.chuishao.mesh.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionFileTest {

    private static final String HEADER = "code,name,kind,households\n";

    @Test
    void aFileAsSpreadsheetsWriteIt() {
        String file = "\uFEFF" + HEADER.replace("\n", "\r\n")
                + "210102001002101,\"文安里,东\",BASE,320\r\n\r\n210102001002201,东北大学,OWN,0\r\n";
        assertThat(CsvFile.read(file.getBytes(UTF_8), Crs.CGCS2000, true))
                .containsExactly(
                        row(2, "210102001002101", "文安里,东", GridKind.BASE, 320),
                        row(4, "210102001002201", "东北大学", GridKind.OWN, 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "210102001002,x,BASE,1               | lines[3].code",
                "210102001002101,x,BASE,1            | lines[3].code",
                "210102001002102,,BASE,1             | lines[3].name",
                "210102001002102,x,CAMPUS,1          | lines[3].kind",
                "210102001002102,x,OWN,1             | lines[3].code",
                "210102001002102,x,BASE,many         | lines[3].households",
                "210102001002102,x,BASE              | lines[3]",
            })
    void anErrorNamesItsLineAndColumn(String line, String field) {
        assertThat(errors(HEADER + "210102001002101,x,BASE,1\n" + line))
                .extracting(FieldError::field)
                .containsExactly(field);
    }

    @Test
    void allThatIsWrongIsToldAtOnceAndNothingIsQuoted() {
        List<FieldError> errors = errors(HEADER + "secret,,BASE,-\nsecret,x,SECRET,1");
        assertThat(errors).hasSize(6).allSatisfy(error -> assertThat(error.message())
                .doesNotContain("secret"));
    }

    @Test
    void aFileThatIsNone() {
        assertThat(errors("")).extracting(FieldError::field).containsExactly("lines[1]");
        assertThat(errors("code;name")).extracting(FieldError::field).containsExactly("lines[1]");
        assertThat(errors(HEADER)).extracting(FieldError::field).containsExactly("lines");
        assertThat(errors((HEADER + "210102001002101,文安里,BASE,1").getBytes(Charset.forName("GBK"))))
                .containsExactly(new FieldError("lines", "must be UTF-8"));
    }

    @Test
    void regionsOfEachLevelWithTheColumnsInAnyOrder() {
        String file = "name,code,validFrom,parent\n新区,210199,2026-07-01T00:00:00+08:00,2101\n新街道,210199001,,210199\n";
        assertThat(CsvFile.read(file.getBytes(UTF_8), Crs.CGCS2000, false))
                .extracting(RegionRow::level, RegionRow::parent, RegionRow::households)
                .containsExactly(tuple(3, "2101", null), tuple(4, "210199", null));
    }

    @Test
    void aFeatureIsARegionAndItsGeometryTheOutline() {
        List<RegionRow> rows = features(
                "{'code':'210102001002101','name':'东里','kind':'BASE','households':310,'fid':7}",
                "{'type':'Polygon','coordinates':[[[123,41],[123.01,41],[123.01,41.01],[123,41]]]}");
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.households()).isEqualTo(310);
            assertThat(row.isOutlinedBaseGrid()).isTrue();
        });
        assertThat(features("{'code':'2101','name':'沈阳市'}", "null"))
                .singleElement()
                .satisfies(row -> assertThat(row.outline()).isNull());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'code':'21010','name':'x'}                                  | null                | properties.code",
                "{'code':'210102','name':'x','kind':'BASE'}                   | null                | properties.kind",
                "{'code':'210102','name':'x','parent':'2102'}                 | null                | properties.parent",
                "{'code':'210102','name':'x','validFrom':'July'}              | null                | properties.validFrom",
                "{'code':'210102','name':'x\\u0001y'}                             | null                | properties.name",
                "{'code':'210102','name':'x'}                                 | {'type':'Point'}    | geometry",
            })
    void anErrorNamesItsFeatureAndProperty(String properties, String geometry, String field) {
        assertThat(catchThrowableOfType(Problem.class, () -> features(properties, geometry))
                        .errors())
                .extracting(FieldError::field)
                .containsExactly("features[0]." + field);
    }

    private static List<RegionRow> features(String properties, String geometry) {
        String file = "{'type':'FeatureCollection','features':[{'type':'Feature','properties':" + properties
                + ",'geometry':" + geometry + "}]}";
        return GeoJsonFile.read(file.replace('\'', '"'), Crs.CGCS2000, false, new ObjectMapper());
    }

    private static RegionRow row(int line, String code, String name, GridKind kind, int households) {
        return new RegionRow(Where.line(line), code, 6, name, kind, households, null, null);
    }

    private static List<FieldError> errors(String file) {
        return errors(file.getBytes(UTF_8));
    }

    private static List<FieldError> errors(byte[] file) {
        return catchThrowableOfType(Problem.class, () -> CsvFile.read(file, Crs.CGCS2000, true))
                .errors();
    }
}
