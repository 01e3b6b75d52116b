package org.chuishao.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Starts the parts stage by stage, keeps them alive, and stops them in the opposite order. */
final class Supervisor {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration REMINDER = Duration.ofSeconds(15);
    private static final int FAILURES_AT_START = 4;
    private static final int LINES_OF_LOG = 25;

    private final DataFolder data;
    private final Consumer<String> say;
    private final List<List<Keeper>> stages = new ArrayList<>();
    private final CountDownLatch stopping = new CountDownLatch(1);

    Supervisor(DataFolder data, Consumer<String> say) {
        this.data = data;
        this.say = say;
    }

    /** Starts these parts together and waits until all are ready; false when the run is being stopped meanwhile. */
    boolean start(List<Part> parts) throws InterruptedException {
        List<Keeper> stage = parts.stream()
                .map(part -> new Keeper(part, PidFile.of(data, part.name()), say))
                .toList();
        synchronized (stages) {
            if (stopping.getCount() == 0) {
                return false;
            }
            stages.add(stage);
            stage.forEach(Keeper::start);
        }
        return awaitReady(stage);
    }

    /** Stops everything, the last started first. */
    void stop() throws InterruptedException {
        stopping.countDown();
        Addresses.delete(data);
        synchronized (stages) {
            for (int i = stages.size() - 1; i >= 0; i--) {
                // Within the first stage Kafka goes before the database, which nobody needs any more then.
                if (i == 0) {
                    for (Keeper keeper : stages.get(0)) {
                        stop(List.of(keeper));
                    }
                } else {
                    stop(stages.get(i));
                }
            }
            stages.clear();
        }
    }

    private void stop(List<Keeper> keepers) throws InterruptedException {
        say.accept("Stopping "
                + String.join(", ", keepers.stream().map(k -> k.part().name()).toList()));
        Keeper.stopAll(keepers);
    }

    private boolean awaitReady(List<Keeper> stage) throws InterruptedException {
        long start = System.nanoTime();
        long reminded = start;
        List<Keeper> waiting = new ArrayList<>(stage);
        while (!waiting.isEmpty()) {
            waiting.removeIf(keeper -> ready(keeper, start));
            for (Keeper keeper : waiting) {
                if (keeper.failures() >= FAILURES_AT_START || elapsed(start).compareTo(PATIENCE) > 0) {
                    throw notReady(keeper);
                }
            }
            if (!waiting.isEmpty() && elapsed(reminded).compareTo(REMINDER) > 0) {
                reminded = System.nanoTime();
                say.accept("  still waiting for "
                        + String.join(
                                ", ", waiting.stream().map(k -> k.part().name()).toList()));
            }
            if (!waiting.isEmpty() && stopping.await(200, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return true;
    }

    private boolean ready(Keeper keeper, long start) {
        Part part = keeper.part();
        boolean ready = part.ready().getAsBoolean();
        if (ready) {
            double seconds = elapsed(start).toMillis() / 1000.0;
            say.accept(String.format(Locale.ROOT, "  %-12s ready after %.1f s", part.name(), seconds));
        }
        return ready;
    }

    private Trouble notReady(Keeper keeper) {
        Part part = keeper.part();
        return new Trouble(Trouble.NOT_READY, """
                        %s did not become ready. The end of its log (%s):
                        %s""".formatted(part.name(), part.log(), tail(part)));
    }

    private static String tail(Part part) {
        try {
            List<String> lines = new String(Files.readAllBytes(part.log()), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_OF_LOG), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + part.log(), e);
        }
    }

    private static Duration elapsed(long since) {
        return Duration.ofNanos(System.nanoTime() - since);
    }
}
