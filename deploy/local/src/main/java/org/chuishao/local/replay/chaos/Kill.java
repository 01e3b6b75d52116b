package org.chuishao.local.replay.chaos;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.chuishao.local.DataFolder;
import org.chuishao.local.PidFile;

/** Kills one part of the local run (kill -9) and waits until it is up again. */
final class Kill {

    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(3);
    /** The server under the process that keeps it; both go. */
    private static final String POSTMASTER = "postmaster";

    private final DataFolder data;
    private final String part;
    private final BooleanSupplier ready;

    Kill(DataFolder data, String part, BooleanSupplier ready) {
        this.data = data;
        this.part = part;
        this.ready = ready;
    }

    /** Answers what it did, in words. */
    String perform() throws InterruptedException {
        long start = System.nanoTime();
        List<ProcessHandle> victims = parts().stream()
                .flatMap(name -> PidFile.of(data, name).living().stream())
                .toList();
        if (victims.isEmpty()) {
            return "kill -9 " + part + ": there is no such process";
        }
        victims.forEach(ProcessHandle::destroyForcibly);
        boolean again = awaitAnother(victims, start);
        return String.format(
                Locale.ROOT,
                "kill -9 %s (process %s): %s after %.1f s",
                part,
                String.join(
                        ", ",
                        victims.stream()
                                .map(victim -> Long.toString(victim.pid()))
                                .toList()),
                again ? "ready again" : "NOT READY AGAIN",
                (System.nanoTime() - start) / 1e9);
    }

    private List<String> parts() {
        return part.equals("postgres") ? List.of(POSTMASTER, part) : List.of(part);
    }

    private boolean awaitAnother(List<ProcessHandle> victims, long start) throws InterruptedException {
        while (System.nanoTime() - start < PATIENCE_NANOS) {
            Optional<ProcessHandle> now = PidFile.of(data, part).living();
            if (now.isPresent() && !victims.contains(now.get()) && ready.getAsBoolean()) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return false;
    }
}
