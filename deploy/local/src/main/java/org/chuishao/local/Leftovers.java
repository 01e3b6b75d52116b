package org.chuishao.local;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The processes that a data folder knows: those of a running mesh, or those that a killed supervisor left behind. */
record Leftovers(DataFolder data, Consumer<String> say) {

    static final String SUPERVISOR = "supervisor";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** The order in which they may go; services come before all of these. */
    private static final List<String> LAST = List.of("kafka", "postgres", "postmaster");

    void refuseIfRunning() {
        PidFile.of(data, SUPERVISOR).living().ifPresent(supervisor -> {
            throw new Trouble(
                    Trouble.RUNNING_ALREADY,
                    "A mesh runs on %s already (process %d). Stop it with deploy/local/down, or choose another --data and --port-offset."
                            .formatted(data.root(), supervisor.pid()));
        });
    }

    /** Ends what is still alive, one process after the other, each by the pid that was noted of it. */
    void stop() {
        PidFile.all(data).stream()
                .filter(note -> !note.name().equals(SUPERVISOR))
                .sorted((a, b) -> Integer.compare(LAST.indexOf(a.name()), LAST.indexOf(b.name())))
                .forEach(this::stop);
        PidFile.of(data, SUPERVISOR).delete();
        Addresses.delete(data);
    }

    private void stop(PidFile note) {
        note.living().ifPresent(process -> {
            say.accept("Stopping %s, left over from a run that was killed (process %d)"
                    .formatted(note.name(), process.pid()));
            process.destroy();
            try {
                process.onExit()
                        .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                        .join();
            } catch (CompletionException e) {
                process.destroyForcibly();
                process.onExit().join();
            }
        });
        note.delete();
    }
}
