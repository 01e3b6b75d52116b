package org.chuishao.grid.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A line to a server that breaks whenever so many bytes went up it, with whatever was under way. */
final class BreakingLine implements AutoCloseable {

    final AtomicInteger breaks = new AtomicInteger();
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final int port;
    private final int bytes;

    BreakingLine(int port, int bytes) throws IOException {
        this.port = port;
        this.bytes = bytes;
        threads.execute(this::open);
    }

    int port() {
        return door.getLocalPort();
    }

    private void open() {
        try {
            while (true) {
                Socket client = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
                threads.execute(() -> up(client, server));
                threads.execute(() -> carry(server, client, Integer.MAX_VALUE));
            }
        } catch (IOException closed) {
            threads.shutdown();
        }
    }

    private void up(Socket client, Socket server) {
        if (carry(client, server, bytes) >= bytes) {
            breaks.incrementAndGet();
        }
    }

    /** Closes both in the end. */
    private static int carry(Socket from, Socket to, int most) {
        int carried = 0;
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] some = new byte[8192];
            while (carried < most) {
                int read = in.read(some, 0, Math.min(some.length, most - carried));
                if (read < 0) {
                    break;
                }
                out.write(some, 0, read);
                carried += read;
            }
        } catch (IOException broken) {
            return carried;
        }
        return carried;
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
