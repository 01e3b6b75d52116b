package org.chuishao.bench.accept;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** Tickets at a given rate, whether or not the last ones are answered: a service that lags gets no rest by it. */
record OpenLoop(URI intake, Orders orders, Accepted accepted) {

    private static final int CONNECTIONS = 16;

    /** The tickets that were accepted, in the order of their sending. */
    List<UUID> send(double rate, double seconds) throws InterruptedException {
        return send(rate, seconds, () -> false);
    }

    /** @param enough ends the sending before its time */
    List<UUID> send(double rate, double seconds, BooleanSupplier enough) throws InterruptedException {
        ExecutorService callers = Executors.newFixedThreadPool(CONNECTIONS);
        Queue<UUID> tickets = new ConcurrentLinkedQueue<>();
        AtomicLong turn = new AtomicLong();
        long start = System.nanoTime();
        long all = Math.round(rate * seconds);
        try {
            List<Callable<Void>> work = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                work.add(() -> call(start, rate, all, turn, tickets, enough));
            }
            for (Future<Void> caller : callers.invokeAll(work)) {
                caller.get();
            }
            return List.copyOf(tickets);
        } catch (ExecutionException e) {
            throw new IllegalStateException("intake went away", e.getCause());
        } finally {
            callers.shutdownNow();
        }
    }

    private Void call(long start, double rate, long all, AtomicLong turn, Queue<UUID> tickets, BooleanSupplier enough)
            throws IOException, InterruptedException {
        try (Wire wire = new Wire(intake)) {
            for (long n = turn.getAndIncrement(); n < all && !enough.getAsBoolean(); n = turn.getAndIncrement()) {
                long due = start + (long) (n / rate * 1e9);
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                // by the time it was due, so that waiting for a free connection counts
                UUID ticket = accepted.add(wire.send(orders.next()), due);
                if (ticket != null) {
                    tickets.add(ticket);
                }
            }
        }
        return null;
    }
}
