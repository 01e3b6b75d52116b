package org.chuishao.local;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.chuishao.testkit.Secrets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "deploy/local/shift",
        mixinStandardHelpOptions = true,
        description = "Moves the time of a running local mesh, to see what happens when a deadline passes.")
final class Shift implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(paramLabel = "DURATION", description = "For example PT30M, PT26H or P3D; -PT1H goes back.")
    private Duration by = Duration.ZERO;

    public static void main(String[] arguments) {
        System.exit(Trouble.run(new Shift(), arguments));
    }

    @Override
    public Integer call() {
        DataFolder folder = data.folder();
        String postgres = Addresses.in(folder).postgres();
        String password = Secrets.in(folder.keys()).password();
        for (Service service : Service.values()) {
            try {
                Clocks.of(service, postgres, password).shift(by);
            } catch (IllegalStateException e) {
                throw new Trouble(
                        Trouble.NOT_RUNNING,
                        "The clock of %s cannot be shifted: it does not answer, or runs with --no-shiftable-clock."
                                .formatted(service.title()));
            }
        }
        System.out.println("The mesh's time has moved by " + by);
        return 0;
    }
}
