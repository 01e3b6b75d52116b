package org.chuishao.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/** A JVM that starts Postgres, says its process and is killed: the server stays behind. */
final class ForgottenPostgres {

    private static final String STARTED = "postmaster ";

    private ForgottenPostgres() {}

    static ProcessHandle on(Path data, String password) throws IOException {
        return postmaster(starting(data, password));
    }

    static Process starting(Path data, String password, String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ForgottenPostgres.class.getName()));
        command.addAll(List.of(data.toString(), password));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** Waits until it has started, and kills the JVM. */
    static ProcessHandle postmaster(Process jvm) throws IOException {
        StringBuilder said = new StringBuilder();
        try (BufferedReader lines = jvm.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(STARTED)) {
                    return ProcessHandle.of(Long.parseLong(line.substring(STARTED.length())))
                            .orElseThrow();
                }
                said.append(line).append('\n');
            }
            throw new IllegalStateException("the JVM ended without a server: " + said);
        } finally {
            jvm.destroyForcibly().onExit().join();
        }
    }

    public static void main(String[] arguments) throws InterruptedException {
        DurablePostgres postgres = DurablePostgres.start(Path.of(arguments[0]), 0, arguments[1]);
        System.out.printf(Locale.ROOT, "%s%d%n", STARTED, postgres.postmaster().pid());
        new CountDownLatch(1).await();
    }
}
