package org.chuishao.local.mesh;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.chuishao.local.Service;
import org.chuishao.local.TemporaryMesh;

/** The clocks that intake and routing keep of one ticket, as they stand in their tables. */
record OwnClocks(TemporaryMesh mesh, UUID ticket) {

    private static final String LATEST =
            "select state, due_at from deadline where ticket_id = ? and act = ? order by started_at desc, id desc limit 1";

    record Seen(String state, Instant due) {}

    /** The latest for an act. */
    Seen latest(Service service, String act) throws SQLException {
        try (Connection superuser = DriverManager.getConnection(
                        "jdbc:postgresql://" + mesh.addresses().postgres() + "/" + service.title(), "postgres", "");
                PreparedStatement sql = superuser.prepareStatement(LATEST)) {
            sql.setObject(1, ticket);
            sql.setString(2, act);
            try (ResultSet found = sql.executeQuery()) {
                if (!found.next()) {
                    throw new NoSuchElementException("no clock for " + act + " in " + service.title());
                }
                return new Seen(
                        found.getString("state"),
                        found.getObject("due_at", OffsetDateTime.class).toInstant());
            }
        }
    }
}
