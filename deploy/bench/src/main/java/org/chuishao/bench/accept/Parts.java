package org.chuishao.bench.accept;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chuishao.local.DataFolder;
import org.chuishao.local.PidFile;
import org.chuishao.local.Service;

/** The processes of the services: how much memory each holds, and holding them still for a while. */
record Parts(DataFolder data) {

    /** What the services beside intake would take from it on the same cores, as they do on no machine in production. */
    private static final List<Service> BESIDE = List.of(Service.ROUTING, Service.GRID, Service.ANALYTICS);

    /** Resident memory of a service in MB. */
    double residentMegabytes(Service service) throws IOException {
        Path status = Path.of("/proc", Long.toString(process(service).pid()), "status");
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** Stops the others in their tracks; they go on where they were. */
    void holdOthers() throws IOException, InterruptedException {
        signalOthers("-STOP");
    }

    void letOthersGo() throws IOException, InterruptedException {
        signalOthers("-CONT");
    }

    ProcessHandle process(Service service) {
        return PidFile.of(data, service.title())
                .living()
                .orElseThrow(() -> new IllegalStateException(service.title() + " does not run"));
    }

    private void signalOthers(String signal) throws IOException, InterruptedException {
        for (Service service : BESIDE) {
            new ProcessBuilder("kill", signal, Long.toString(process(service).pid()))
                    .start()
                    .waitFor();
        }
    }
}
