package org.chuishao.local;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "deploy/local/up",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        description = "Starts Kafka, Postgres and the four services, waits until they are ready, and keeps them alive.",
        footer = {
            "",
            "Exit codes: 2 wrong option, 3 a port is in use, 4 too little disk,",
            "5 no JDK 17 or newer, 6 the build failed, 7 running already,",
            "8 a part did not become ready, 9 the data folder is not ours or cannot be",
            "written to, 13 a machine for which there are no Postgres programs.",
            "JVM options, from the environment: CHUISHAO_KAFKA_OPTS, CHUISHAO_POSTGRES_OPTS,",
            "CHUISHAO_SERVICE_OPTS (-Xmx192m -XX:+UseSerialGC -XX:TieredStopAtLevel=1; leave",
            "the last out to have what is fastest after minutes instead of at the start)."
        })
final class Up implements Callable<Integer> {

    /** Among the arguments of one whose words go to a file: it keeps the tokens to itself. */
    static final String BACKGROUND = "--background";

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--fresh", description = "Delete the data folder first: tickets, keys, everything.")
    private boolean fresh;

    @Option(
            names = {"-d", "--detach", "--once"},
            description = "Return when all is ready; deploy/local/down stops it.")
    private boolean detach;

    @Option(names = BACKGROUND, hidden = true)
    private boolean background;

    @Option(names = "--replicas", paramLabel = "N", description = "Instances of each service (default: 1).")
    private int replicas = 1;

    @Option(names = "--port-offset", paramLabel = "N", description = "Add this to every port (default: 0).")
    private int portOffset;

    @Option(
            names = "--no-shiftable-clock",
            negatable = true,
            description =
                    "Let deploy/local/shift move the time (default: yes; once on, it stays on in its data folder).")
    private boolean shiftableClock = true;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        System.exit(Trouble.run(new Up(), arguments));
    }

    @Override
    public Integer call() throws Exception {
        DataFolder folder = data.folder();
        PortPlan ports = new PortPlan(portOffset, Math.max(1, replicas));
        Leftovers leftovers = new Leftovers(folder, this::say);
        leftovers.refuseIfRunning();
        leftovers.stop();
        if (fresh) {
            folder.wipe();
        }
        folder.open();
        folder.requireRoom();
        ports.check();
        if (detach) {
            List<String> arguments = spec.commandLine().getParseResult().originalArgs();
            return new Detached(folder, this::say).start(arguments);
        }
        run(folder, ports);
        return 0;
    }

    private void run(DataFolder folder, PortPlan ports) throws InterruptedException {
        Path project = Path.of(System.getProperty("chuishao.project", ".")).toAbsolutePath();
        LocalMesh mesh = new LocalMesh(folder, ports, project, this::say);
        Runtime.getRuntime().addShutdownHook(new Thread(mesh::close, "stop"));
        if (mesh.start(shiftableClock)) {
            Announcement announcement = new Announcement(mesh.addresses(), folder);
            if (!background) {
                announcement.tellTokens(this::say);
            }
            announcement.tellPlaces(this::say, shiftableClock);
            mesh.publish();
            new CountDownLatch(1).await();
        }
    }

    private void say(String line) {
        synchronized (this) {
            System.out.println(line);
            System.out.flush();
        }
    }
}
