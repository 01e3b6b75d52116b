package org.chuishao.grid.imports;

import org.chuishao.mesh.problem.FieldError;

/**
 * Where in a file something stands: {@code lines[3]}, counted from 1 with the header, or {@code features[0]}.
 *
 * @param fields before the name of a field
 * @param outline the name of the field that has the outline
 */
record Where(String whole, String fields, String outline) {

    static Where line(int line) {
        String whole = "lines[" + line + "]";
        return new Where(whole, whole + ".", whole + ".outline");
    }

    static Where feature(int index) {
        String whole = "features[" + index + "]";
        return new Where(whole, whole + ".properties.", whole + ".geometry");
    }

    FieldError wrong(String field, String message) {
        return new FieldError(fields + field, message);
    }

    FieldError wrongOutline(String message) {
        return new FieldError(outline, message);
    }
}
