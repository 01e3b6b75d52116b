package org.chuishao.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chuishao.testkit.Secrets;
import org.chuishao.testkit.TokenMint;

/** What the local run consists of, and how each process is told where the others are. */
final class Parts {

    private static final Duration HEALTH_PATIENCE = Duration.ofSeconds(5);

    /**
     * The quick compiler only: on two cores the other one takes half of them for minutes after a start. Measured with it
     * left out: ready in 25 s instead of 48 s, and a cold replay of 60 a second has a median of 0.65 s instead of 15 s.
     * Production starts seldom and keeps Java's default.
     */
    private static final String QUICK = " -XX:TieredStopAtLevel=1";

    /** The archive of Postgres's programs is unpacked on the heap, once a machine: with 64 MB it ended there. */
    private static final String UNPACKS = "-Xmx192m";

    /** Fewer arenas of the C library, so that a JVM of many threads keeps less memory. */
    private static final Map<String, String> SMALL = Map.of("MALLOC_ARENA_MAX", "2");

    private final DataFolder data;
    private final PortPlan ports;
    private final Addresses addresses;
    private final Path project;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(HEALTH_PATIENCE).build();

    /** @param project the folder that holds the modules, built */
    Parts(DataFolder data, PortPlan ports, Addresses addresses, Path project) {
        this.data = data;
        this.ports = ports;
        this.addresses = addresses;
        this.project = project;
    }

    List<Part> servers() {
        return List.of(
                server("kafka", KafkaMain.class, "-Xmx384m -XX:+UseSerialGC", ports.kafka(), ports.kafkaController()),
                server("postgres", PostgresMain.class, UNPACKS + " -XX:+UseSerialGC", ports.postgres()));
    }

    List<Part> services() {
        List<Part> services = new ArrayList<>();
        for (int replica = 1; replica <= ports.replicas(); replica++) {
            for (Service service : Service.values()) {
                services.add(service(service, replica));
            }
        }
        return services;
    }

    private Part server(String name, Class<?> main, String options, int... serverPorts) {
        List<String> command = new ArrayList<>(java(name, options));
        command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.add(data.root().toString());
        for (int port : serverPorts) {
            command.add(Integer.toString(port));
        }
        ReadyFile ready = ReadyFile.of(data, name);
        ready.delete();
        return new Part(name, command, SMALL, log(name), "127.0.0.1:" + serverPorts[0], ready::written);
    }

    private Part service(Service service, int replica) {
        String name = PortPlan.name(service, replica);
        int port = ports.of(service, replica);
        Path jar = Packages.jar(project, service);
        if (!Files.exists(jar)) {
            throw new Trouble(Trouble.NOT_BUILT, jar + " is missing. Build first: ./mvnw -DskipTests package");
        }
        List<String> command = new ArrayList<>(java("service", "-Xmx192m -XX:+UseSerialGC" + QUICK));
        command.addAll(List.of("-jar", jar.toString()));
        String address = "http://127.0.0.1:" + port;
        HttpRequest health = HttpRequest.newBuilder(URI.create(address + "/q/health/ready"))
                .timeout(HEALTH_PATIENCE)
                .build();
        return new Part(name, command, environment(service, name, port), log(name), address, () -> healthy(health));
    }

    private Map<String, String> environment(Service service, String name, int port) {
        Secrets secrets = Secrets.in(data.keys());
        Map<String, String> environment = new HashMap<>(SMALL);
        environment.put("QUARKUS_HTTP_HOST", System.getenv().getOrDefault("QUARKUS_HTTP_HOST", "127.0.0.1"));
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        String[] postgres = addresses.postgres().split(":");
        environment.put("CHUISHAO_DB_HOST", postgres[0]);
        environment.put("CHUISHAO_DB_PORT", postgres[1]);
        environment.put("CHUISHAO_DB_PASSWORD", secrets.password());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", addresses.kafka());
        environment.put("CHUISHAO_OIDC_PUBLIC_KEY", TokenMint.in(data.keys()).publicKey());
        environment.put("CHUISHAO_OIDC_ISSUER", TokenMint.ISSUER);
        environment.put("CHUISHAO_KEYS_LOG", secrets.log());
        if (service == Service.INTAKE) {
            environment.put("CHUISHAO_KEYS_PERSONAL", secrets.personal());
            environment.put("CHUISHAO_KEYS_CALLER", secrets.caller());
        }
        if (service == Service.GRID) {
            String photos = "CHUISHAO_EVIDENCE_STORE_FOLDER";
            String own = data.root().resolve("evidence").toString();
            environment.put(photos, System.getenv().getOrDefault(photos, own));
        }
        if (service == Service.ANALYTICS) {
            String windows = data.root().resolve("windows").resolve(name).toString();
            environment.put("CHUISHAO_WARNINGS_STATE_DIR", windows);
        }
        return environment;
    }

    /** The Java that runs this; {@code CHUISHAO_SERVICE_OPTS} and the like put other options. */
    private static List<String> java(String what, String usual) {
        String name = "CHUISHAO_" + what.toUpperCase(Locale.ROOT) + "_OPTS";
        String options = System.getenv().getOrDefault(name, usual);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String option : options.strip().split("\\s+")) {
            if (!option.isEmpty()) {
                command.add(option);
            }
        }
        return command;
    }

    private Path log(String name) {
        return data.logs().resolve(name + ".log");
    }

    private boolean healthy(HttpRequest health) {
        try {
            return http.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false; // not listening yet
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
