package org.chuishao.grid.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.util.List;
import org.chuishao.mesh.problem.FieldError;
import org.chuishao.mesh.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridFileTest {

    private static final String HEADER = "code,name,kind,households\n";

    @Test
    void aFileAsSpreadsheetsWriteIt() {
        String file = "\uFEFF" + HEADER.replace("\n", "\r\n")
                + "210102001002101,\"文安里,东\",BASE,320\r\n\r\n210102001002201,东北大学,OWN,0\r\n";
        assertThat(GridFile.read(file.getBytes(UTF_8)))
                .containsExactly(
                        new GridRow(2, "210102001002101", "文安里,东", GridKind.BASE, 320),
                        new GridRow(4, "210102001002201", "东北大学", GridKind.OWN, 0));
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

    private static List<FieldError> errors(String file) {
        return errors(file.getBytes(UTF_8));
    }

    private static List<FieldError> errors(byte[] file) {
        return catchThrowableOfType(Problem.class, () -> GridFile.read(file)).errors();
    }
}
