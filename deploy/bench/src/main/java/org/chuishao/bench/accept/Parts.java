package org.chuishao.bench.accept;

import java.io.IOException;
import org.chuishao.bench.Held;
import org.chuishao.bench.Memory;
import org.chuishao.local.DataFolder;
import org.chuishao.local.PidFile;
import org.chuishao.local.Service;

/** The processes of the services: how much memory each holds, and holding them still for a while. */
record Parts(DataFolder data) {

    /** Resident memory of a service in MB. */
    double residentMegabytes(Service service) throws IOException {
        return Memory.residentMegabytes(process(service));
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
