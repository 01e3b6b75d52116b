package org.chuishao.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.chuishao.local.DataFolder;
import org.chuishao.local.PidFile;
import org.chuishao.local.Service;

/** Processes that are held still while another is measured; they go on where they were. */
public record Held(DataFolder data, List<String> names) {

    /** All services but one, in all their replicas. */
    public static Held beside(Service measured, DataFolder data, int replicas) {
        return new Held(
                data,
                Arrays.stream(Service.values())
                        .filter(service -> service != measured)
                        .flatMap(service -> IntStream.rangeClosed(1, replicas)
                                .mapToObj(replica -> replica == 1 ? service.title() : service.title() + "-" + replica))
                        .toList());
    }

    public void hold() throws IOException, InterruptedException {
        signal("-STOP");
    }

    public void letGo() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        for (String name : names) {
            ProcessHandle process = PidFile.of(data, name)
                    .living()
                    .orElseThrow(() -> new IllegalStateException(name + " does not run"));
            new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        }
    }
}
