package org.chuishao.grid.notification;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.chuishao.mesh.event.NoticeEvent.Channel;
import org.chuishao.mesh.log.CauseInWords;

/**
 * The sending by each channel beside the others, one batch of a channel after the other: a provider that hangs, or whose
 * messages cannot be read, holds up nobody but itself.
 */
final class Lanes {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Function<Channel, Uni<Integer>> send;
    private final Duration retry;
    private final Set<Channel> busy = ConcurrentHashMap.newKeySet();
    private final Semaphore sent = new Semaphore(0);

    /** @param send a batch, and how many that were. @param retry how long a channel rests after a failure */
    Lanes(Function<Channel, Uni<Integer>> send, Duration retry) {
        this.send = send;
        this.retry = retry;
    }

    /** Begins where none is under way, and waits for none. */
    void begin() {
        for (Channel channel : Channel.values()) {
            if (busy.add(channel)) {
                send.apply(channel)
                        .ifNoItem()
                        .after(PATIENCE)
                        .fail()
                        .onFailure()
                        .recoverWithUni(failure -> rest(channel, failure))
                        .subscribe()
                        .with(batch -> end(channel, batch));
            }
        }
    }

    /** Waits for so long; less where a batch has gone and there may be another. */
    void pause(long millis) throws InterruptedException {
        if (sent.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            sent.drainPermits();
        }
    }

    private Uni<Integer> rest(Channel channel, Throwable failure) {
        Log.warnf("nobody is told by %s for now: %s", channel, CauseInWords.of(failure));
        return Uni.createFrom().item(0).onItem().delayIt().by(retry);
    }

    private void end(Channel channel, int batch) {
        busy.remove(channel);
        if (batch > 0) {
            sent.release();
        }
    }
}
