package org.chuishao.local.mesh;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.chuishao.local.Service;
import org.chuishao.local.TemporaryMesh;

/** Searches everything that a mesh has written: files of Kafka, of Postgres, logs, and every row of every table. */
record Traces(TemporaryMesh mesh, Marks marks) {

    private static final int ROWS = 500;

    /** Where a mark was found, and which. */
    List<String> all() throws IOException, SQLException {
        List<String> found = new ArrayList<>(inFiles(mesh.data().root()));
        for (Service service : Service.values()) {
            found.addAll(inTables(service));
        }
        return found;
    }

    List<String> inFiles(Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
                    marks.in(bytes).forEach(mark -> found.add(folder.relativize(file) + ": " + mark));
                } catch (java.nio.file.NoSuchFileException e) {
                    continue; // Postgres and Kafka take files away while they work
                }
            }
        }
        return found;
    }

    private List<String> inTables(Service service) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection superuser = DriverManager.getConnection(
                "jdbc:postgresql://" + mesh.addresses().postgres() + "/" + service.title(), "postgres", "")) {
            superuser.setAutoCommit(false);
            for (String table : tables(superuser)) {
                inTable(superuser, table).forEach(mark -> found.add(service.title() + "." + table + ": " + mark));
            }
        }
        return found;
    }

    private static List<String> tables(Connection superuser) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = superuser.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select format('%I.%I', schemaname, tablename) from pg_tables where schemaname = 'public'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private List<String> inTable(Connection superuser, String table) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = superuser.createStatement()) {
            statement.setFetchSize(ROWS);
            try (ResultSet rows = statement.executeQuery("select t::text from " + table + " t")) {
                while (rows.next()) {
                    Set<String> here = marks.in(rows.getString(1));
                    found.addAll(here);
                }
            }
        }
        return found;
    }
}
