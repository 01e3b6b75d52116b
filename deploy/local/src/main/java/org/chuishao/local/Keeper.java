package org.chuishao.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps one part alive, as Kubernetes would: what ends is started again, later each time it ends soon. */
final class Keeper {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration STEADY = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Part part;
    private final PidFile note;
    private final Consumer<String> say;
    private final Object lock = new Object();

    private @Nullable Process process;
    private boolean stopping;
    private int failures;

    Keeper(Part part, PidFile note, Consumer<String> say) {
        this.part = part;
        this.note = note;
        this.say = say;
    }

    Part part() {
        return part;
    }

    /** How often the process ended soon after its start, without a steady time in between. */
    int failures() {
        synchronized (lock) {
            return failures;
        }
    }

    void start() {
        launch();
        Thread watch = new Thread(this::watch, "keep-" + part.name());
        watch.setDaemon(true);
        watch.start();
    }

    /** Ends the process for good: asks first, and after a while does not ask. */
    void stop() throws InterruptedException {
        Process last;
        synchronized (lock) {
            stopping = true;
            lock.notifyAll();
            last = process;
        }
        if (last != null && last.isAlive()) {
            last.destroy();
            if (!last.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                say.accept("  %s does not stop; killed".formatted(part.name()));
                last.destroyForcibly().waitFor();
            }
        }
        note.delete();
    }

    private void launch() {
        synchronized (lock) {
            if (stopping) {
                return;
            }
            try {
                ProcessBuilder builder =
                        new ProcessBuilder(Stream.concat(OwnGroup.PREFIX.stream(), part.command().stream())
                                .toList());
                builder.environment().putAll(part.environment());
                builder.redirectErrorStream(true)
                        .redirectInput(Redirect.from(OwnGroup.NOTHING))
                        .redirectOutput(Redirect.appendTo(part.log().toFile()));
                process = builder.start();
                note.write(process.toHandle());
            } catch (IOException e) {
                throw new UncheckedIOException("cannot start " + part.name(), e);
            }
        }
    }

    private void watch() {
        try {
            for (Process running = current(); running != null; running = current()) {
                long start = System.nanoTime();
                int exit = running.waitFor();
                if (!pauseAfter(exit, Duration.ofNanos(System.nanoTime() - start))) {
                    return;
                }
                launch();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Process current() {
        synchronized (lock) {
            return stopping ? null : process;
        }
    }

    private boolean pauseAfter(int exit, Duration lived) throws InterruptedException {
        synchronized (lock) {
            if (stopping) {
                return false;
            }
            failures = lived.compareTo(STEADY) > 0 ? 1 : failures + 1;
            long millis = Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(failures - 1, 10));
            say.accept("%s ended with exit code %d; starting it again in %d s (log: %s)"
                    .formatted(part.name(), exit, millis / 1000, part.log()));
            long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
            for (long left = until - System.nanoTime(); left > 0 && !stopping; left = until - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(lock, left);
            }
            return !stopping;
        }
    }

    /** Stops several at once and waits for all. */
    static void stopAll(List<Keeper> keepers) throws InterruptedException {
        List<Thread> threads = keepers.stream()
                .map(keeper -> new Thread(() -> {
                    try {
                        keeper.stop();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
