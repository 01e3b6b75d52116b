package org.chuishao.local;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Starts a process in a session of its own: Ctrl-C reaches every process of the terminal's group at once, and the parts
 * have to stop one after the other.
 */
final class OwnGroup {

    static final File NOTHING = new File("/dev/null");
    static final List<String> PREFIX = prefix();

    private OwnGroup() {}

    private static List<String> prefix() {
        for (String place : List.of("/usr/bin/setsid", "/bin/setsid")) {
            if (Files.isExecutable(Path.of(place))) {
                return List.of(place);
            }
        }
        return List.of();
    }
}
