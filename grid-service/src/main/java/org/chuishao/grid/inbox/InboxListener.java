package org.chuishao.grid.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.pgclient.PgConnectOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.chuishao.grid.inbox.Signal.Resync.Reason;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Hears from the database what changed in the inboxes, on a connection of its own: a pooled one comes and goes, and what
 * is told while nobody listens is lost. After a gap the streams are told to read again.
 */
@ApplicationScoped
class InboxListener {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final InboxStreams streams;
    private final InboxConfig config;
    private final ObjectMapper mapper;
    private final PgConnectOptions options;
    private volatile @Nullable PgConnection connection;
    private volatile boolean stopping;

    InboxListener(
            Vertx vertx,
            InboxStreams streams,
            InboxConfig config,
            ObjectMapper mapper,
            @ConfigProperty(name = "quarkus.datasource.reader.reactive.url") String url,
            @ConfigProperty(name = "quarkus.datasource.reader.username") String user,
            @ConfigProperty(name = "quarkus.datasource.reader.password") String password) {
        this.vertx = vertx;
        this.streams = streams;
        this.config = config;
        this.mapper = mapper;
        options = PgConnectOptions.fromUri(url.replaceFirst("^vertx-reactive:", ""))
                .setUser(user)
                .setPassword(password)
                .addProperty("application_name", "grid-inbox");
        options.setTcpKeepAlive(true);
    }

    void start(@Observes StartupEvent event) {
        connect();
        vertx.setPeriodic(config.heartbeat().toMillis(), timer -> beat());
        // The event of the same name comes only after all requests have ended.
        Runtime.getRuntime().addShutdownHook(new Thread(streams::end, "inbox-end"));
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        PgConnection open = connection;
        if (open != null) {
            open.closeAndForget();
        }
    }

    private void connect() {
        PgConnection.connect(vertx, options)
                .chain(opened -> opened.notificationHandler(notification -> hear(notification.getPayload()))
                        .query("LISTEN inbox")
                        .execute()
                        .replaceWith(opened)
                        .onFailure()
                        .call(opened::close))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .subscribe()
                .with(this::listening, this::lost);
    }

    private void listening(PgConnection opened) {
        connection = opened;
        opened.closeHandler(() -> lost(new IllegalStateException("closed")));
        // Whatever was told between a loss and now was told to nobody. At the first start no stream is open.
        streams.resync(Reason.CONNECTION_LOST);
    }

    private void lost(Throwable cause) {
        connection = null;
        if (!stopping) {
            Log.warnf("the inbox does not hear the database: %s", cause.toString());
            vertx.setTimer(config.retry().toMillis(), timer -> connect());
        }
    }

    private void hear(String payload) {
        try {
            streams.tell(mapper.readValue(payload, Notice.class));
        } catch (JsonProcessingException e) {
            Log.errorf("not a notice: %s", e.getClass().getSimpleName());
            streams.resync(Reason.CONNECTION_LOST);
        }
    }

    /** Asks the database for a sign of life as well: a connection that a firewall forgot would stay silent for good. */
    private void beat() {
        streams.beat();
        PgConnection open = connection;
        if (open != null) {
            open.query("SELECT 1")
                    .execute()
                    .ifNoItem()
                    .after(PATIENCE)
                    .fail()
                    .onFailure()
                    .recoverWithUni(silent -> open.close().replaceWith(() -> null))
                    .subscribe()
                    .with(rows -> {}, failure -> Log.warnf("the inbox's connection: %s", failure.toString()));
        }
    }
}
