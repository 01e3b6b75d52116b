package org.chuishao.local;

/** Ends a process that failed in its main thread, whatever threads a half-started server has left. */
final class Fatal {

    private Fatal() {}

    static void run(Runnable main) {
        try {
            main.run();
        } catch (RuntimeException | Error e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }
}
