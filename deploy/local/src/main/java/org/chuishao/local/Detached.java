package org.chuishao.local;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs the supervisor in the background and shows what it says until it is ready. */
record Detached(DataFolder data, Consumer<String> say) {

    private static final Set<String> OURS = Set.of("-d", "--detach", "--once", "--fresh");

    int start(List<String> arguments) throws IOException, InterruptedException {
        File log = data.logs().resolve("supervisor.log").toFile();
        Process supervisor = new ProcessBuilder(command(arguments))
                .redirectErrorStream(true)
                .redirectInput(OwnGroup.NOTHING)
                .redirectOutput(log)
                .start();
        try (RandomAccessFile shown = new RandomAccessFile(log, "r")) {
            boolean ready = false;
            while (!ready && !supervisor.waitFor(200, TimeUnit.MILLISECONDS)) {
                ready = Addresses.present(data);
                show(shown);
            }
            show(shown);
            if (!ready) {
                return supervisor.exitValue();
            }
            new Announcement(Addresses.in(data), data).tellTokens(say);
            return 0;
        }
    }

    private static List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>(OwnGroup.PREFIX);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx64m");
        command.add("-XX:+UseSerialGC");
        for (String property : List.of("chuishao.project", "chuishao.data")) {
            String value = System.getProperty(property);
            if (value != null) {
                command.add("-D" + property + "=" + value);
            }
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Up.class.getName()));
        arguments.stream().filter(argument -> !OURS.contains(argument)).forEach(command::add);
        command.add(Up.BACKGROUND);
        return command;
    }

    private void show(RandomAccessFile shown) throws IOException {
        for (String line = shown.readLine(); line != null; line = shown.readLine()) {
            say.accept(new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
        }
    }
}
