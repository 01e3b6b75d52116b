package org.chuishao.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path folder;

    @Test
    void wipesOnlyWhatItMade() throws Exception {
        Path precious = Files.writeString(folder.resolve("thesis.txt"), "precious");
        DataFolder foreign = new DataFolder(folder);
        assertThatThrownBy(foreign::wipe).isInstanceOf(Trouble.class).hasMessageContaining("--fresh leaves it alone");
        assertThatThrownBy(foreign::open).isInstanceOf(Trouble.class).hasMessageContaining("no data folder");
        assertThat(precious).exists();

        DataFolder ours = new DataFolder(folder.resolve("data"));
        ours.open();
        ours.open();
        assertThat(ours.logs()).isDirectory();
        ours.wipe();
        ours.wipe();
        assertThat(ours.root()).doesNotExist();
    }

    @Test
    void saysInWordsThatItCannotWrite() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(new DataFolder(file.resolve("data"))::open)
                .isInstanceOf(Trouble.class)
                .hasMessage(
                        "Cannot write to %s/data (Not a directory). Make it writable, or choose another folder"
                                + " with --data.",
                        file);
    }

    @Test
    void aTokenMakesNothingWhereNoMeshEverWas() {
        Path nowhere = folder.resolve("nowhere");
        assertThat(Trouble.run(new Token(), "agent", "--data", nowhere.toString()))
                .isEqualTo(Trouble.NOT_RUNNING);
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void aPidThatBelongsToSomebodyElseNowIsNotOurs() throws Exception {
        DataFolder data = new DataFolder(folder.resolve("data"));
        data.open();
        PidFile note = PidFile.of(data, "grid");
        note.write(ProcessHandle.current());
        assertThat(note.living()).contains(ProcessHandle.current());
        Files.writeString(
                note.file(), ProcessHandle.current().pid() + " " + Instant.now().minusSeconds(86_400));
        assertThat(note.living()).isEmpty();
        Files.writeString(note.file(), "");
        assertThat(note.living()).isEmpty();
    }

    @Test
    void namesThePortThatIsTaken() throws Exception {
        try (ServerSocket taken = listening(10_000)) {
            int offset = taken.getLocalPort() - Service.GRID.port();
            assertThatThrownBy(new PortPlan(offset, 1)::check)
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + ", meant for grid")
                    .hasMessageContaining("is in use by another program")
                    .hasMessageContaining("--port-offset");
        }
        assertThat(PortPlan.explained(new BindException("Permission denied")))
                .contains("cannot be opened here (Permission denied)")
                .doesNotContain("in use");
        assertThat(new PortPlan(0, 2).of(Service.INTAKE, 2)).isEqualTo(8091);
        assertThat(PortPlan.name(Service.INTAKE, 2)).isEqualTo("intake-2");
    }

    /** All ports of its plan lie below those of outgoing connections, which come and go. */
    private static ServerSocket listening(int from) throws IOException {
        try {
            return new ServerSocket(from, 1, InetAddress.getLoopbackAddress());
        } catch (BindException e) {
            return listening(from + 1);
        }
    }
}
