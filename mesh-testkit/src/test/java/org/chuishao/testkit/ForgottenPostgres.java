package org.chuishao.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/** A JVM that starts Postgres, says its process and is killed: the server stays behind. */
final class ForgottenPostgres {

    private static final String STARTED = "postmaster ";

    private ForgottenPostgres() {}

    static ProcessHandle on(Path data, String password) throws IOException {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ForgottenPostgres.class.getName(),
                        data.toString(),
                        password)
                .redirectErrorStream(true)
                .start();
        try (BufferedReader lines = jvm.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(STARTED)) {
                    return ProcessHandle.of(Long.parseLong(line.substring(STARTED.length())))
                            .orElseThrow();
                }
            }
            throw new IllegalStateException("the JVM ended without a word");
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
