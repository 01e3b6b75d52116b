package org.chuishao.local;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "deploy/local/down",
        mixinStandardHelpOptions = true,
        description = "Stops a local mesh: services, Kafka, Postgres. Its data stays.")
final class Down implements Callable<Integer> {

    private static final int PATIENCE_SECONDS = 120;

    @Mixin
    private DataOption data = new DataOption();

    public static void main(String[] arguments) {
        System.exit(Trouble.run(new Down(), arguments));
    }

    @Override
    public Integer call() {
        DataFolder folder = data.folder();
        Optional<ProcessHandle> supervisor =
                PidFile.of(folder, Leftovers.SUPERVISOR).living();
        supervisor.ifPresent(Down::end);
        new Leftovers(folder, System.out::println).stop();
        System.out.println(supervisor.isPresent() ? "Stopped." : "No mesh was running on " + folder.root());
        return 0;
    }

    private static void end(ProcessHandle supervisor) {
        System.out.printf("Stopping services, Kafka and Postgres (supervisor: process %d)%n", supervisor.pid());
        supervisor.destroy();
        try {
            supervisor.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            supervisor.destroyForcibly();
        }
    }
}
