package org.chuishao.analytics.live;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.chuishao.analytics.live.LiveStream.Call;
import org.chuishao.analytics.live.Signal.Beat;
import org.chuishao.analytics.live.Signal.End;
import org.chuishao.analytics.live.Signal.Resync;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The open streams of this replica. A look at the database now and then, while anybody listens, says how far lines
 * are settled; each stream then asks for its own, in its own scope, when its client has taken what came before.
 */
@ApplicationScoped
class LiveStreams {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** So that all of them together ask no more than 500 times a second, until that would make them wait for too long. */
    private static final Duration FOR_EACH = Duration.ofMillis(2);

    /** Lines that a client is handed at once. */
    private static final int MOST = 200;

    private final Vertx vertx;
    private final LiveLines lines;
    private final LiveConfig config;
    private final LivePlaces places;
    private final Set<LiveStream> open = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean looking = new AtomicBoolean();
    private final AtomicLong settled = new AtomicLong();

    LiveStreams(Vertx vertx, LiveLines lines, LiveConfig config, MeterRegistry meters) {
        this.vertx = vertx;
        this.lines = lines;
        this.config = config;
        this.places = new LivePlaces(config.streams(), config.streamsOfOne());
        meters.gauge("chuishao.live.streams", places, LivePlaces::taken);
    }

    void start(@Observes StartupEvent event) {
        lookAfter(config.pace());
        vertx.setPeriodic(config.heartbeat().toMillis(), timer -> open.forEach(it -> it.call(Call.BEAT)));
        // The event of the same name comes only after all requests have ended.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> open.forEach(it -> it.call(Call.END)), "live-end"));
    }

    /**
     * Takes a place at once, before anything is waited for: what is answered with a stream has begun, and can be refused no more.
     *
     * @param after the mark of the last event that the client had; null from now on
     * @return to be listened to once, or the place stays taken
     * @throws Problem 429 where the subject has all that one may have, 503 where this replica has no place
     */
    Multi<Signal> of(Scope scope, String region, @Nullable Long after) {
        places.take(scope.subject());
        return Multi.createFrom()
                .uni(shielded(lines.settled().chain(now -> begin(after, now))))
                .onItem()
                .transformToMultiAndConcatenate(begin -> opened(scope, region, begin))
                .onTermination()
                .invoke(() -> places.giveBack(scope.subject()));
    }

    /**
     * Where a stream begins.
     *
     * @param first what it says first
     */
    private record Begin(long mark, long now, Signal first) {}

    /** A comment tells the client that it hears from here on: the headers are sent with it. */
    private Uni<Begin> begin(@Nullable Long after, long now) {
        if (after == null) {
            return Uni.createFrom().item(new Begin(now, now, new Beat(now)));
        }
        long mark = after;
        return lines.kept(mark, now)
                .map(kept -> kept ? new Begin(mark, now, new Beat(mark)) : new Begin(now, now, new Resync(now)));
    }

    private Multi<Signal> opened(Scope scope, String region, Begin begin) {
        LiveStream stream = new LiveStream(scope, region, begin.mark());
        rise(begin.now());
        Multi<Signal> signals = Multi.createBy()
                .repeating()
                .uni(() -> next(stream))
                .until(some -> some.contains(new End()))
                .onItem()
                .disjoint();
        return Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(begin.first()), signals)
                .onSubscription()
                .invoke(() -> open.add(stream))
                .onTermination()
                .invoke(() -> open.remove(stream));
    }

    private Uni<List<Signal>> next(LiveStream stream) {
        return stream.next().chain(call -> switch (call) {
            case NEW -> lines(stream);
            case BEAT -> Uni.createFrom().item(List.<Signal>of(new Beat(stream.mark())));
            case END -> Uni.createFrom().item(List.<Signal>of(new End()));
        });
    }

    private Uni<List<Signal>> lines(LiveStream stream) {
        long mark = stream.mark();
        long upTo = settled.get();
        if (upTo <= mark) {
            return Uni.createFrom().item(List.of());
        }
        if (upTo - mark > config.lag()) {
            stream.goOnBehind(upTo);
            return Uni.createFrom().item(List.of(new Resync(upTo)));
        }
        return shielded(lines.after(stream.scope(), stream.region(), mark, upTo, MOST))
                .map(some -> handedOut(stream, some, upTo))
                .onFailure()
                .recoverWithItem(failure -> {
                    Log.warnf("a live line waits: %s", failure.toString());
                    return List.of();
                });
    }

    private static List<Signal> handedOut(LiveStream stream, List<Line> some, long upTo) {
        boolean more = some.size() == MOST;
        stream.goOnBehind(more ? some.get(MOST - 1).mark() : upTo);
        if (more) {
            stream.call(Call.NEW);
        }
        return some.stream().<Signal>map(Signal.Happened::new).toList();
    }

    private void lookAfter(Duration pace) {
        vertx.setTimer(pace.toMillis(), timer -> {
            look();
            lookAfter(pace(open.size()));
        });
    }

    private Duration pace(int listening) {
        Duration many = Collections.min(List.of(config.paceOfMany(), FOR_EACH.multipliedBy(listening)));
        return Collections.max(List.of(config.pace(), many));
    }

    private void look() {
        if (!open.isEmpty() && looking.compareAndSet(false, true)) {
            lines.settled()
                    .ifNoItem()
                    .after(PATIENCE)
                    .fail()
                    .onTermination()
                    .invoke(() -> looking.set(false))
                    .subscribe()
                    .with(this::rise, failure -> Log.warnf("the live line does not read: %s", failure.toString()));
        }
    }

    /** Also where nothing is new: a stream whose last question failed asks again. */
    private void rise(long now) {
        long upTo = settled.accumulateAndGet(now, Math::max);
        open.stream().filter(it -> it.mark() < upTo).forEach(it -> it.call(Call.NEW));
    }

    /** A client that hangs up in the middle does not cut off a transaction: it ends by itself and gives its connection back. */
    private static <T> Uni<T> shielded(Uni<T> work) {
        return Uni.createFrom().emitter(emitter -> work.subscribe().with(emitter::complete, emitter::fail));
    }
}
