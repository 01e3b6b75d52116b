package org.chuishao.local;

import java.nio.file.Path;
import org.chuishao.testkit.DurablePostgres;
import org.chuishao.testkit.Secrets;

/** Holds the database server, and ends when it ends, so that the supervisor sees it: data folder, port. */
final class PostgresMain {

    private static final int SERVER_ENDED = 1;

    private PostgresMain() {}

    public static void main(String[] arguments) {
        Fatal.run(() -> {
            DataFolder data = new DataFolder(Path.of(arguments[0]));
            DurablePostgres postgres = DurablePostgres.start(
                    data.postgres(),
                    Integer.parseInt(arguments[1]),
                    Secrets.in(data.keys()).password());
            PidFile.of(data, "postmaster").write(postgres.postmaster());
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::close, "postgres-stop"));
            ReadyFile.of(data, "postgres").write();
            postgres.postmaster().onExit().join();
            System.exit(SERVER_ENDED);
        });
    }
}
