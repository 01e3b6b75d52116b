package org.chuishao.grid.inbox;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.Queue;
import org.chuishao.grid.inbox.Signal.End;
import org.chuishao.grid.inbox.Signal.Resync;
import org.chuishao.grid.inbox.Signal.Resync.Reason;
import org.jspecify.annotations.Nullable;

/**
 * One client's stream. Signals wait here only until the client takes them; when it lags by more than the limit, what waits
 * gives way to one {@link Resync}, so a slow client costs no more than that.
 */
final class InboxStream {

    private final int limit;
    private final Queue<Signal> waiting = new ArrayDeque<>();
    private @Nullable UniEmitter<? super Signal> taker;
    private Mark from = Mark.NONE;

    InboxStream(int limit) {
        this.limit = limit;
    }

    /** Asks for the next signal only when the client has taken the last. */
    Multi<Signal> signals() {
        return Multi.createBy().repeating().uni(this::next).until(End.class::isInstance);
    }

    /** The client has all up to this mark. */
    synchronized void goOnBehind(Mark mark) {
        from = mark;
        waiting.removeIf(this::had);
    }

    private boolean had(Signal signal) {
        return signal instanceof Signal.Changed changed
                && changed.notice().mark().compareTo(from) <= 0;
    }

    void tell(Signal signal) {
        UniEmitter<? super Signal> hungry;
        synchronized (this) {
            if (had(signal)) {
                return;
            }
            hungry = taker;
            taker = null;
            if (hungry == null) {
                queue(signal);
            }
        }
        if (hungry != null) {
            hungry.complete(signal);
        }
    }

    /** A sign of life is only for a stream on which nothing else waits. */
    void beat() {
        UniEmitter<? super Signal> hungry;
        synchronized (this) {
            hungry = taker;
            taker = null;
        }
        if (hungry != null) {
            hungry.complete(new Signal.Beat());
        }
    }

    private void queue(Signal signal) {
        if (waiting.size() < limit || signal instanceof End) {
            waiting.add(signal);
        } else {
            waiting.clear();
            waiting.add(new Resync(Reason.SLOW_READER));
        }
    }

    private Uni<Signal> next() {
        return Uni.createFrom().emitter(emitter -> {
            Signal first;
            synchronized (this) {
                first = waiting.poll();
                if (first == null) {
                    taker = emitter;
                }
            }
            if (first != null) {
                emitter.complete(first);
            }
        });
    }
}
