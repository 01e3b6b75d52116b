package org.chuishao.analytics.live;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import org.chuishao.mesh.scope.Scope;
import org.jspecify.annotations.Nullable;

/**
 * One client's stream: in whose scope it asks, and how far it is. What happens waits in the table and not here, so that a slow
 * client holds no more than the lines that it is being handed.
 */
final class LiveStream {

    /** Why a stream looks up. */
    enum Call {
        /** There is something behind its mark. */
        NEW,
        BEAT,
        END
    }

    private final Scope scope;
    private final String region;
    private volatile long mark;
    private @Nullable Call waiting = Call.NEW;
    private @Nullable UniEmitter<? super Call> taker;

    LiveStream(Scope scope, String region, long mark) {
        this.scope = scope;
        this.region = region;
        this.mark = mark;
    }

    Scope scope() {
        return scope;
    }

    String region() {
        return region;
    }

    long mark() {
        return mark;
    }

    void goOnBehind(long next) {
        mark = next;
    }

    /** A sign of life is only for a stream that waits; an end is not taken back. */
    void call(Call call) {
        UniEmitter<? super Call> hungry;
        synchronized (this) {
            hungry = taker;
            taker = null;
            if (hungry == null && call != Call.BEAT && waiting != Call.END) {
                waiting = call;
            }
        }
        if (hungry != null) {
            hungry.complete(call);
        }
    }

    /** Asked for only when the client has taken all that came before. */
    Uni<Call> next() {
        return Uni.createFrom().emitter(emitter -> {
            Call first;
            synchronized (this) {
                first = waiting;
                waiting = null;
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
