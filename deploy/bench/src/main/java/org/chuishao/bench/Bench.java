package org.chuishao.bench;

import org.chuishao.bench.accept.Accept;
import org.chuishao.bench.clocks.Clocks;
import org.chuishao.bench.grid.Grid;
import org.chuishao.bench.routing.Alike;
import org.chuishao.bench.routing.Routing;
import org.chuishao.bench.storm.Storm;
import org.chuishao.bench.warnings.Warnings;
import org.chuishao.local.Trouble;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "deploy/bench/run",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        subcommands = {Accept.class, Alike.class, Clocks.class, Grid.class, Routing.class, Storm.class, Warnings.class},
        description = "Runs one benchmark on a mesh of its own and ends with lines 'figure: value unit'.",
        footer = {"", "Exit code 0: its invariants held (nothing lost, nothing twice), however fast it was."})
final class Bench implements Runnable {

    private static final int WRONG_USE = 2;

    public static void main(String[] arguments) {
        System.exit(Trouble.run(new Bench(), arguments));
    }

    @Override
    public void run() {
        CommandLine usage = new CommandLine(this);
        throw new Trouble(
                WRONG_USE,
                "Which benchmark? There is: "
                        + String.join(", ", usage.getSubcommands().keySet())
                        + "\nFor example: deploy/bench/run accept --quick");
    }
}
