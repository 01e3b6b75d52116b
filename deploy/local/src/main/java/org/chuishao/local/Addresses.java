package org.chuishao.local;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Where the parts of a ready mesh are to be found; kept in the data folder for other commands. */
public record Addresses(Properties values) {

    private static final String FILE = "mesh.properties";

    static Addresses of(PortPlan ports) {
        return of(ports, "127.0.0.1:" + ports.kafka(), "127.0.0.1:" + ports.postgres());
    }

    /** The services on the ports of a plan, Kafka and Postgres (host and port) wherever they are. */
    static Addresses of(PortPlan ports, String kafka, String postgres) {
        Properties values = new Properties();
        values.setProperty("kafka", kafka);
        values.setProperty("postgres", postgres);
        for (int replica = 1; replica <= ports.replicas(); replica++) {
            for (Service service : Service.values()) {
                values.setProperty(PortPlan.name(service, replica), "http://127.0.0.1:" + ports.of(service, replica));
            }
        }
        return new Addresses(values);
    }

    /** Those of the mesh that runs on this folder; {@link Trouble} when none does. */
    public static Addresses in(DataFolder data) {
        Path file = data.run().resolve(FILE);
        if (!Files.exists(file)) {
            throw new Trouble(
                    Trouble.NOT_RUNNING, "No mesh runs on " + data.root() + ". Start one: deploy/local/up --detach");
        }
        try (Reader reader = Files.newBufferedReader(file)) {
            Properties values = new Properties();
            values.load(reader);
            return new Addresses(values);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    public String kafka() {
        return values.getProperty("kafka");
    }

    /** Host and port. */
    public String postgres() {
        return values.getProperty("postgres");
    }

    /** The base address of a service's first instance, without a slash at its end. */
    public String of(Service service) {
        return values.getProperty(service.title());
    }

    /** The base addresses of all instances of a service. */
    public List<String> all(Service service) {
        List<String> all = new ArrayList<>();
        for (int replica = 1; values.containsKey(PortPlan.name(service, replica)); replica++) {
            all.add(values.getProperty(PortPlan.name(service, replica)));
        }
        return all;
    }

    static boolean present(DataFolder data) {
        return Files.exists(data.run().resolve(FILE));
    }

    void write(DataFolder data) {
        Path whole = data.run().resolve(FILE);
        Path part = data.run().resolve(FILE + ".part");
        try {
            try (Writer writer = Files.newBufferedWriter(part)) {
                values.store(writer, null);
            }
            // at once, since others take the file's presence for the mesh being ready
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + data.run(), e);
        }
    }

    static void delete(DataFolder data) {
        try {
            Files.deleteIfExists(data.run().resolve(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + data.run(), e);
        }
    }
}
