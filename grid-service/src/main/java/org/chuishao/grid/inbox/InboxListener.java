package org.chuishao.grid.inbox;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.pgclient.PgConnectOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.chuishao.grid.inbox.Notices.Next;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Hears from the database that inboxes changed, on a connection of its own: a pooled one comes and goes. What changed is
 * read from where it was read to, so that a gap in the hearing costs time and nothing else.
 */
@ApplicationScoped
class InboxListener {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST = 500;

    /** Until the next look where somebody who wrote before has not ended. */
    private static final long OLDER_ENDS_MILLIS = 10;

    private final Vertx vertx;
    private final InboxStreams streams;
    private final Notices notices;
    private final InboxConfig config;
    private final PgConnectOptions options;
    private final AtomicInteger heard = new AtomicInteger();
    private volatile @Nullable PgConnection connection;
    private volatile @Nullable Mark read;
    private volatile boolean stopping;

    InboxListener(
            Vertx vertx,
            InboxStreams streams,
            Notices notices,
            InboxConfig config,
            @ConfigProperty(name = "quarkus.datasource.reader.reactive.url") String url,
            @ConfigProperty(name = "quarkus.datasource.reader.username") String user,
            @ConfigProperty(name = "quarkus.datasource.reader.password") String password) {
        this.vertx = vertx;
        this.streams = streams;
        this.notices = notices;
        this.config = config;
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
                .chain(opened -> opened.notificationHandler(notification -> hear())
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
        hear();
    }

    private void lost(Throwable cause) {
        connection = null;
        if (!stopping) {
            Log.warnf("the inbox does not hear the database: %s", cause.toString());
            vertx.setTimer(config.retry().toMillis(), timer -> connect());
        }
    }

    /** Reads what there is, once at a time; what is heard meanwhile makes it read again. */
    private void hear() {
        if (heard.getAndIncrement() == 0) {
            read();
        }
    }

    private void read() {
        int before = heard.get();
        Mark mark = read;
        Uni<Mark> from = mark == null
                ? notices.now().invoke(this::startAt)
                : Uni.createFrom().item(mark);
        from.chain(it -> notices.after(it, MOST))
                .invoke(this::tell)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .subscribe()
                .with(next -> goOn(before, next), this::tryAgain);
    }

    private void startAt(Mark mark) {
        read = mark;
        streams.startAt(mark);
    }

    private void tell(Next next) {
        for (Notice notice : next.notices()) {
            streams.tell(notice);
            read = notice.mark();
        }
    }

    private void goOn(int before, Next next) {
        if (next.notices().size() == MOST) {
            read();
        } else if (next.more()) {
            vertx.setTimer(OLDER_ENDS_MILLIS, timer -> read());
        } else if (heard.addAndGet(-before) != 0) {
            read();
        }
    }

    private void tryAgain(Throwable failure) {
        if (!stopping) {
            Log.warnf("the inbox does not read the database: %s", failure.toString());
            vertx.setTimer(config.retry().toMillis(), timer -> read());
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
