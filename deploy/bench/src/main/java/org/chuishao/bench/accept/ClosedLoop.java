package org.chuishao.bench.accept;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** So many callers at once, each of whom sends the next ticket as soon as the last one is answered. */
record ClosedLoop(URI intake, Orders orders, Accepted accepted) {

    /** Accepted tickets a second. */
    double perSecond(int connections, double seconds) throws InterruptedException {
        return perSecond(connections, seconds, orders::next);
    }

    /** Replies a second to requests that were sent before: the way is trodden, and no ticket is made. */
    double again(int connections, double seconds) throws InterruptedException {
        return perSecond(connections, seconds, orders::again);
    }

    private double perSecond(int connections, double seconds, Supplier<byte[]> requests) throws InterruptedException {
        ExecutorService callers = Executors.newFixedThreadPool(connections);
        try {
            long start = System.nanoTime();
            long end = start + (long) (seconds * 1e9);
            List<Callable<Long>> work = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                work.add(() -> call(end, requests));
            }
            long count = 0;
            for (Future<Long> caller : callers.invokeAll(work)) {
                count += caller.get();
            }
            return count / ((System.nanoTime() - start) / 1e9);
        } catch (ExecutionException e) {
            throw new IllegalStateException("intake went away", e.getCause());
        } finally {
            callers.shutdownNow();
        }
    }

    private long call(long end, Supplier<byte[]> requests) throws IOException {
        long count = 0;
        try (Wire wire = new Wire(intake)) {
            for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
                count += accepted.add(wire.send(requests.get()), now) == null ? 0 : 1;
            }
        }
        return count;
    }
}
