package org.chuishao.bench.accept;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chuishao.bench.Held;
import org.chuishao.local.DataFolder;
import org.chuishao.local.PidFile;
import org.chuishao.local.Service;

/** The processes of the services: how much memory each holds, and holding them still for a while. */
record Parts(DataFolder data) {

    /** Resident memory of a service in MB. */
    double residentMegabytes(Service service) throws IOException {
        Path status = Path.of("/proc", Long.toString(process(service).pid()), "status");
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** Stops in their tracks those who would take from intake, on the same cores, what they take on no machine in production. */
    void holdOthers() throws IOException, InterruptedException {
        others().hold();
    }

    void letOthersGo() throws IOException, InterruptedException {
        others().letGo();
    }

    ProcessHandle process(Service service) {
        return PidFile.of(data, service.title())
                .living()
                .orElseThrow(() -> new IllegalStateException(service.title() + " does not run"));
    }

    private Held others() {
        return Held.beside(Service.INTAKE, data, 1);
    }
}
