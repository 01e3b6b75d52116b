package org.chuishao.grid.imports;

import org.chuishao.mesh.problem.FieldError;
import org.chuishao.mesh.reference.RegionCode;

/** A line of the file. @param line counted from 1, the header included */
record GridRow(int line, String code, String name, GridKind kind, int households) {

    String community() {
        return RegionCode.at(code, 5);
    }

    FieldError wrong(String column, String message) {
        return wrong(line, column, message);
    }

    static FieldError wrong(int line, String column, String message) {
        return new FieldError("lines[" + line + "]." + column, message);
    }
}
