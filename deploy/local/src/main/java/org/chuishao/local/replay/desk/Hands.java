package org.chuishao.local.replay.desk;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.chuishao.local.replay.client.GaveUp;

/** Does each piece of work once at a time and never again after it was done, so many pieces side by side. */
final class Hands implements AutoCloseable {

    /** One piece of work. It answers whether it is done for good; if not, it may be taken up again. */
    interface Work {
        boolean done() throws InterruptedException;
    }

    private final int number;
    private final ThreadPoolExecutor pool;
    private final Set<String> taken = ConcurrentHashMap.newKeySet();
    private final Map<String, LongAdder> troubles = new ConcurrentHashMap<>();

    Hands(int number) {
        this.number = number;
        pool = new ThreadPoolExecutor(number, number, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    }

    /** Takes the work up unless it is in hand or done already. */
    void take(String name, Work work) {
        if (taken.add(name)) {
            try {
                pool.execute(() -> perform(name, work));
            } catch (RejectedExecutionException e) {
                taken.remove(name); // the run is over
            }
        }
    }

    /** True while more work than this would only lie about. */
    boolean full() {
        return pool.getQueue().size() > number;
    }

    /** Something went another way than it should; counted by its words. */
    void trouble(String words) {
        troubles.computeIfAbsent(words, key -> new LongAdder()).increment();
    }

    Map<String, LongAdder> troubles() {
        return troubles;
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }

    private void perform(String name, Work work) {
        boolean done = false;
        try {
            done = work.done();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (GaveUp | IllegalStateException e) {
            trouble(String.valueOf(e.getMessage()));
        } finally {
            if (!done) {
                taken.remove(name);
            }
        }
    }
}
