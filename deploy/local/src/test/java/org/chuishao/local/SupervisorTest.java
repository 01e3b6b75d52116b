package org.chuishao.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {

    private static final String FOREVER = "trap 'echo asked; exit 0' TERM; echo here; while true; do sleep 0.1; done";

    private final List<String> said = new CopyOnWriteArrayList<>();

    @TempDir
    Path folder;

    DataFolder data;
    Supervisor supervisor;

    @BeforeEach
    void open() {
        data = new DataFolder(folder.resolve("data"));
        data.open();
        supervisor = new Supervisor(data, said::add);
    }

    @AfterEach
    void stop() throws InterruptedException {
        supervisor.stop();
    }

    @Test
    void startsWhatWasKilledAgain() throws Exception {
        supervisor.start(List.of(part("grid", FOREVER)));
        ProcessHandle first = PidFile.of(data, "grid").living().orElseThrow();

        first.destroyForcibly();

        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> PidFile.of(data, "grid")
                .living()
                .filter(process -> process.pid() != first.pid())
                .isPresent());
        assertThat(said).anyMatch(line -> line.startsWith("grid ended with exit code 137; starting it again in 1 s"));
    }

    @Test
    void stopsTheLastStageFirstAndLeavesNothingBehind() throws Exception {
        supervisor.start(List.of(part("kafka", FOREVER), part("postgres", FOREVER)));
        supervisor.start(List.of(part("intake", FOREVER), part("grid", FOREVER)));
        List<ProcessHandle> running = PidFile.all(data).stream()
                .flatMap(note -> note.living().stream())
                .toList();
        assertThat(running).hasSize(4);

        supervisor.stop();

        assertThat(running).noneMatch(ProcessHandle::isAlive);
        assertThat(said).containsSubsequence("Stopping intake, grid", "Stopping kafka", "Stopping postgres");
        assertThat(PidFile.all(data)).isEmpty();
        assertThat(Files.readString(data.logs().resolve("grid.log"))).isEqualTo("here\nasked\n");
    }

    @Test
    void saysTheEndOfTheLogOfWhatNeverBecomesReady() {
        assertThatThrownBy(() -> supervisor.start(List.of(part("grid", "echo no database; exit 1", () -> false))))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("grid did not become ready")
                .hasMessageContaining("no database");
    }

    @Test
    void findsWhatAKilledSupervisorLeft() throws Exception {
        supervisor.start(List.of(part("postgres", FOREVER), part("grid", FOREVER)));
        Leftovers leftovers = new Leftovers(data, said::add);
        PidFile.of(data, Leftovers.SUPERVISOR).write(ProcessHandle.current());
        assertThatThrownBy(leftovers::refuseIfRunning)
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("runs on " + data.root() + " already");

        Path elsewhere = folder.resolve("copy");
        DataFolder copy = new DataFolder(elsewhere);
        copy.open();
        for (PidFile note : PidFile.all(data)) {
            Files.copy(note.file(), copy.run().resolve(note.file().getFileName()));
        }
        List<ProcessHandle> running = PidFile.all(data).stream()
                .filter(note -> !note.name().equals(Leftovers.SUPERVISOR))
                .flatMap(note -> note.living().stream())
                .toList();
        new Leftovers(copy, said::add).stop();

        assertThat(running).hasSize(2).noneMatch(ProcessHandle::isAlive);
        assertThat(said)
                .filteredOn(line -> line.contains("left over"))
                .extracting(line -> line.split(",")[0])
                .containsExactly("Stopping grid", "Stopping postgres");
    }

    /** A part that is ready once it can hear: one that is asked to end before that would just end. */
    private Part part(String name, String script) {
        return part(name, script, () -> said(name).contains("here"));
    }

    private String said(String name) {
        try {
            return Files.readString(data.logs().resolve(name + ".log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Part part(String name, String script, BooleanSupplier ready) {
        return new Part(
                name, List.of("sh", "-c", script), Map.of(), data.logs().resolve(name + ".log"), "nowhere", ready);
    }
}
