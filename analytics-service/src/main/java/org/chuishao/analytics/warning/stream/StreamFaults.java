package org.chuishao.analytics.warning.stream;

import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;

/** A thread of the stream that fails is replaced and begins again behind its last commit; by default the stream would end. */
@Singleton
class StreamFaults implements StreamsUncaughtExceptionHandler {

    /** What fails at once again must not fill the log. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Override
    public StreamThreadExceptionResponse handle(Throwable fault) {
        LockSupport.parkNanos(PAUSE.toNanos());
        Log.errorf(fault, "the stream of warnings begins again");
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}
