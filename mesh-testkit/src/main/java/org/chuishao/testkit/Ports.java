package org.chuishao.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports on the loopback address. */
public final class Ports {

    /** Below those that the system gives to connections, which may get one between its choice and its use. */
    private static final int FIRST = 20_000;

    private static final int BEYOND = 32_000;
    private static final int TRIES = 100;

    private Ports() {}

    /** The given port, or one that nobody listens on when it is 0. */
    public static int orFree(int port) {
        if (port != 0) {
            return port;
        }
        for (int i = 0; i < TRIES; i++) {
            int any = ThreadLocalRandom.current().nextInt(FIRST, BEYOND);
            try (ServerSocket socket = new ServerSocket(any, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                // another one is free
            } catch (IOException e) {
                throw new UncheckedIOException("no free port", e);
            }
        }
        throw new IllegalStateException("no free port");
    }
}
