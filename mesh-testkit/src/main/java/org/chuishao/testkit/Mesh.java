package org.chuishao.testkit;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The Kafka and the Postgres that all tests of a JVM share, with keys and tokens. Started by the first who asks, stopped
 * with the JVM.
 */
public final class Mesh {

    /** Quarkus loads this class anew for each test profile; what it started is found again by these properties. */
    private static final String REMEMBERED = "chuishao.testkit.";

    private final String bootstrapServers;
    private final int postgresPort;
    private final Secrets secrets;
    private final TokenMint mint;

    private Mesh(String bootstrapServers, int postgresPort, Secrets secrets, TokenMint mint) {
        this.bootstrapServers = bootstrapServers;
        this.postgresPort = postgresPort;
        this.secrets = secrets;
        this.mint = mint;
    }

    public static synchronized Mesh shared() {
        if (System.getProperty(REMEMBERED + "kafka") == null) {
            start();
        }
        return new Mesh(
                recall("kafka"),
                Integer.parseInt(recall("postgres")),
                new Secrets(recall("log"), recall("personal"), recall("caller"), recall("password")),
                TokenMint.of(recall("token")));
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    public String jdbcUrl(String service) {
        return "jdbc:postgresql://127.0.0.1:" + postgresPort + "/" + service;
    }

    public Secrets secrets() {
        return secrets;
    }

    public TokenMint mint() {
        return mint;
    }

    /** The clock of one service ({@code intake}, {@code routing}, {@code grid}, {@code analytics}). */
    public ShiftableClock clock(String service) {
        return new ShiftableClock(jdbcUrl(service), service + "_owner", secrets.password());
    }

    /** What a service has to be told to take part in this mesh, as Quarkus properties. */
    public Map<String, String> configuration() {
        Map<String, String> configuration = new LinkedHashMap<>();
        configuration.put("chuishao.db.host", "127.0.0.1");
        configuration.put("chuishao.db.port", Integer.toString(postgresPort));
        configuration.put("chuishao.db.password", secrets.password());
        configuration.put("kafka.bootstrap.servers", bootstrapServers);
        configuration.put("chuishao.keys.log", secrets.log());
        configuration.put("chuishao.keys.personal", secrets.personal());
        configuration.put("chuishao.keys.caller", secrets.caller());
        configuration.put("chuishao.oidc.public-key", mint.publicKey());
        configuration.put("chuishao.oidc.issuer", TokenMint.ISSUER);
        return configuration;
    }

    private static void start() {
        Secrets secrets = Secrets.fresh();
        EmbeddedKafka kafka = EmbeddedKafka.temporary();
        DurablePostgres postgres = DurablePostgres.temporary(secrets.password());
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            postgres.close();
                            kafka.close();
                        },
                        "mesh-stop"));
        remember("log", secrets.log());
        remember("personal", secrets.personal());
        remember("caller", secrets.caller());
        remember("password", secrets.password());
        remember("token", TokenMint.fresh().privateKey());
        remember("postgres", Integer.toString(postgres.port()));
        remember("kafka", kafka.bootstrapServers());
    }

    private static void remember(String name, String value) {
        System.setProperty(REMEMBERED + name, value);
    }

    private static String recall(String name) {
        return System.getProperty(REMEMBERED + name, "");
    }
}
