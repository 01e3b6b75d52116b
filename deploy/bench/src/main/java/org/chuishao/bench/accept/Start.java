package org.chuishao.bench.accept;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.chuishao.local.Service;
import org.chuishao.local.TemporaryMesh;

/** Seconds from the start of a process to the first ticket that is accepted. */
record Start(TemporaryMesh mesh, URI intake, Orders orders, Accepted accepted, Clock clock) {

    private static final long PAUSE_MILLIS = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Intake is killed; its keeper starts it again, and the time runs from the new process. */
    double ofIntake() throws InterruptedException {
        Parts parts = new Parts(mesh.data());
        ProcessHandle old = parts.process(Service.INTAKE);
        old.destroyForcibly();
        old.onExit().join();
        firstAccepted(clock.instant());
        Instant started = parts.process(Service.INTAKE).info().startInstant().orElseThrow();
        return seconds(started);
    }

    /** All of the mesh, with Kafka and Postgres, on the data that is there: all ready, and a ticket accepted. */
    double ofMesh() throws IOException, InterruptedException {
        mesh.halt();
        Instant started = clock.instant();
        mesh.resume();
        firstAccepted(started);
        return seconds(started);
    }

    void firstAccepted(Instant since) throws InterruptedException {
        while (Duration.between(since, clock.instant()).compareTo(PATIENCE) < 0) {
            try (Wire wire = new Wire(intake)) {
                Wire.Reply reply = wire.send(orders.next());
                if (reply.status() == Wire.CREATED) {
                    accepted.add(reply, System.nanoTime());
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS); // 503 while it reads the regions
            } catch (IOException e) {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS); // not listening yet
            }
        }
        throw new IllegalStateException("no ticket was accepted within " + PATIENCE);
    }

    private double seconds(Instant since) {
        return Duration.between(since, clock.instant()).toMillis() / 1000.0;
    }
}
