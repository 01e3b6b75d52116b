package org.chuishao.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.chuishao.testkit.Folders;
import org.jspecify.annotations.Nullable;

/**
 * A whole mesh for a test or a benchmark: {@code deploy/local/up} in a process of its own, on free ports, in a temporary
 * folder that goes when it closes.
 */
public final class TemporaryMesh implements AutoCloseable {

    private static final int TRIES = 20;
    private static final long START_NANOS = TimeUnit.MINUTES.toNanos(5);
    private static final long STOP_SECONDS = 120;

    private final Path project;
    private final Path folder;
    private final DataFolder data;
    private final int replicas;
    private final int offset;
    private volatile Process supervisor;

    private TemporaryMesh(Path project, Path folder, int replicas, int offset) throws IOException {
        this.project = project;
        this.folder = folder;
        this.replicas = replicas;
        this.offset = offset;
        data = new DataFolder(folder.resolve("data"));
        supervisor = supervisor(null);
        // whoever ends the JVM in the middle leaves no mesh behind
        Runtime.getRuntime().addShutdownHook(new Thread(() -> supervisor.destroy(), "mesh-stop"));
    }

    /** Returns when all services are ready. @throws IllegalStateException with the supervisor's words if they are not */
    public static TemporaryMesh start(Path project, int replicas) throws IOException, InterruptedException {
        new Packages(project).require();
        Path folder = Folders.temporary("chuishao-mesh");
        for (int i = 0; i < TRIES; i++) {
            TemporaryMesh mesh = new TemporaryMesh(project, folder, replicas, offset());
            if (mesh.awaitReady()) {
                return mesh;
            }
        }
        throw new IllegalStateException("no free ports for a mesh");
    }

    public DataFolder data() {
        return data;
    }

    public Addresses addresses() {
        return Addresses.in(data);
    }

    /** Starts again after {@link #halt}; returns when all services are ready. */
    public void resume() throws IOException, InterruptedException {
        resume(null);
    }

    /** The same, with other JVM options for the services. */
    public void resume(@Nullable String serviceOptions) throws IOException, InterruptedException {
        supervisor = supervisor(serviceOptions);
        if (!awaitReady()) {
            throw new IllegalStateException("the mesh did not start again: its ports are taken");
        }
    }

    /** Stops it as Ctrl-C would. @throws IllegalStateException if a process was still there afterwards; it is gone then */
    @Override
    public void close() throws IOException, InterruptedException {
        List<String> left = halt();
        if (!left.isEmpty()) {
            throw new IllegalStateException("still running after the mesh was stopped: " + left);
        }
        Folders.delete(folder);
    }

    /** Stops everything and keeps the data. Answers what had to be killed. */
    public List<String> halt() throws IOException, InterruptedException {
        List<ProcessHandle> all = noted();
        supervisor.destroy();
        if (!supervisor.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            supervisor.destroyForcibly();
        }
        List<String> left = all.stream()
                .filter(ProcessHandle::isAlive)
                // one that ended and whose parent did not ask yet has no command any more
                .flatMap(process -> process.info().commandLine().stream())
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        return left;
    }

    /** The mesh's own processes by its notes, without the supervisor. */
    private List<ProcessHandle> noted() {
        List<ProcessHandle> noted = new ArrayList<>();
        PidFile.all(data).stream()
                .filter(note -> !note.name().equals(Leftovers.SUPERVISOR))
                .forEach(note -> note.living().ifPresent(noted::add));
        return noted;
    }

    /** False when a port was taken. */
    private boolean awaitReady() throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (!supervisor.waitFor(50, TimeUnit.MILLISECONDS)) {
            if (Addresses.present(data)) {
                return true;
            }
            if (System.nanoTime() - start > START_NANOS) {
                halt();
                throw new IllegalStateException("the mesh did not become ready: " + said());
            }
        }
        if (supervisor.exitValue() == Trouble.PORT_IN_USE) {
            return false;
        }
        throw new IllegalStateException("the mesh did not start: " + said());
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("up.log"));
    }

    private Process supervisor(@Nullable String serviceOptions) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-Dchuishao.project=" + project,
                "-cp",
                System.getProperty("java.class.path"),
                Up.class.getName()));
        command.addAll(List.of("--data", folder.resolve("data").toString()));
        command.addAll(List.of("--replicas", Integer.toString(replicas), "--port-offset", Integer.toString(offset)));
        command.add(Up.BACKGROUND);
        ProcessBuilder process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("up.log").toFile()));
        if (serviceOptions != null) {
            process.environment().put("CHUISHAO_SERVICE_OPTS", serviceOptions);
        }
        return process.start();
    }

    /** Below the ports that Linux gives to outgoing connections. */
    private static int offset() {
        return 100 * ThreadLocalRandom.current().nextInt(10, 130);
    }
}
