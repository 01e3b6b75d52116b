package org.chuishao.grid.member;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A role in a grid that somebody holds, held or is to hold. */
record MembershipView(
        String grid,
        MemberRole role,
        String title,
        String worker,
        @Nullable String line,
        boolean backup,
        OffsetDateTime validFrom,
        @Nullable OffsetDateTime validTo) {

    /** The columns of a row {@code m} of the table, as JSON. */
    static final String JSON = """
            json_build_object('grid', m.grid, 'role', m.role, 'worker', m.worker, 'line', m.line, 'backup', m.backup,
                'validFrom', m.valid_from, 'validTo', m.valid_to)
            """;

    private record Kept(
            String grid,
            MemberRole role,
            String worker,
            @Nullable String line,
            boolean backup,
            OffsetDateTime validFrom,
            @Nullable OffsetDateTime validTo) {

        MembershipView view() {
            return new MembershipView(grid, role, role.title(), worker, line, backup, validFrom, validTo);
        }
    }

    static MembershipView of(Row row) {
        MemberRole role = MemberRole.valueOf(row.getString("role"));
        return new MembershipView(
                row.getString("grid"),
                role,
                role.title(),
                row.getString("worker"),
                row.getString("line"),
                row.getBoolean("backup"),
                row.getOffsetDateTime("valid_from"),
                row.getOffsetDateTime("valid_to"));
    }

    /** @param json an array of {@link #JSON} */
    static List<MembershipView> all(String json, ObjectMapper mapper) {
        try {
            return List.of(mapper.readValue(json, Kept[].class)).stream()
                    .map(Kept::view)
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a membership cannot be read", e);
        }
    }
}
