package org.chuishao.mesh.log;

/** Why the log waits for people although the database is there: no single record is to blame. */
final class SystemFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SystemFault(String message) {
        super(message);
    }
}
