package org.chuishao.local;

import java.io.PrintWriter;
import picocli.CommandLine;

/** Something that the person at the keyboard can put right: one message that says how, and an exit code. */
public final class Trouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public static final int PORT_IN_USE = 3;
    public static final int DISK_FULL = 4;
    public static final int NOT_BUILT = 6;
    public static final int RUNNING_ALREADY = 7;
    public static final int NOT_READY = 8;
    public static final int FOREIGN_FOLDER = 9;
    public static final int NOT_RUNNING = 10;

    private final int exitCode;

    public Trouble(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** Runs a command of the local run; a {@link Trouble} ends it with its message instead of a stack trace. */
    public static int run(Object command, String... arguments) {
        return new CommandLine(command)
                .setExecutionExceptionHandler(Trouble::explain)
                .execute(arguments);
    }

    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        if (failure instanceof Trouble trouble) {
            PrintWriter out = command.getErr();
            out.println(trouble.getMessage());
            out.flush();
            return trouble.exitCode;
        }
        throw failure;
    }
}
