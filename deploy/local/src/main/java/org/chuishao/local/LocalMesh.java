package org.chuishao.local;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.chuishao.testkit.Secrets;
import org.chuishao.testkit.ShiftableClock;

/** Kafka, Postgres and the four packaged services as processes of this machine, kept alive until it is closed. */
final class LocalMesh implements AutoCloseable {

    private final DataFolder data;
    private final Addresses addresses;
    private final Parts parts;
    private final Supervisor supervisor;
    private final PidFile own;
    private final Consumer<String> say;

    LocalMesh(DataFolder data, PortPlan ports, Path project, Consumer<String> say) {
        this.data = data;
        this.say = say;
        addresses = Addresses.of(ports);
        parts = new Parts(data, ports, addresses, project);
        supervisor = new Supervisor(data, say);
        own = PidFile.of(data, Leftovers.SUPERVISOR);
    }

    Addresses addresses() {
        return addresses;
    }

    /** Starts all and returns when all are ready; false when the mesh is closed meanwhile. */
    boolean start(boolean shiftableClock) throws InterruptedException {
        own.write(ProcessHandle.current());
        say.accept("Starting Kafka and Postgres (data: %s)".formatted(data.root()));
        if (!supervisor.start(parts.servers())) {
            return false;
        }
        say.accept("Starting the services; the first time they load the regions of Liaoning");
        if (!supervisor.start(parts.services())) {
            return false;
        }
        if (shiftableClock) {
            installClocks();
        }
        return true;
    }

    /** Lets other commands find this mesh by its folder. */
    void publish() {
        addresses.write(data);
    }

    @Override
    public void close() {
        try {
            supervisor.stop();
            own.delete();
            say.accept("Stopped.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void installClocks() {
        String password = Secrets.in(data.keys()).password();
        for (Service service : Service.values()) {
            ShiftableClock clock = Clocks.of(service, addresses.postgres(), password);
            if (clock.migrated()) {
                clock.install();
            }
        }
    }
}
