package org.chuishao.local;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which local run a command is about. */
public final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of data, keys and logs (default: ${DEFAULT-VALUE}).",
            defaultValue = "${sys:chuishao.data:-deploy/local/data}")
    private Path folder = Path.of("deploy/local/data");

    public DataFolder folder() {
        return new DataFolder(folder.toAbsolutePath().normalize());
    }
}
