package org.chuishao.local.replay;

import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.chuishao.local.Service;
import org.chuishao.local.replay.book.Book;
import org.chuishao.local.replay.book.Entry;
import org.chuishao.local.replay.client.Answer;
import org.chuishao.local.replay.client.Call;
import org.chuishao.local.replay.client.GaveUp;
import org.chuishao.local.replay.client.MeshClient;
import org.chuishao.local.replay.client.Tokens;
import org.chuishao.local.replay.message.Cast;
import org.chuishao.local.replay.message.TicketBody;
import org.chuishao.mesh.scope.Roles;

/** The call centre: takes the messages down in the file's order, so many a second, each under a key of its own. */
final class Sender implements AutoCloseable {

    private static final int LINES = 32;

    private final MeshClient client;
    private final Cast cast;
    private final Book book;
    private final String token;
    private final ExecutorService lines = Executors.newFixedThreadPool(LINES);
    private final Semaphore free = new Semaphore(LINES);

    Sender(MeshClient client, Tokens tokens, Cast cast, Book book) {
        this.client = client;
        this.cast = cast;
        this.book = book;
        token = tokens.ofProvince(Roles.CALL_CENTRE);
    }

    /** Starts to send, on a thread of its own. @param rate messages a second; 0 is as fast as it goes */
    void begin(double rate) {
        Thread thread = new Thread(
                () -> {
                    try {
                        sendAll(rate);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "sender");
        thread.setDaemon(true);
        thread.start();
    }

    private void sendAll(double rate) throws InterruptedException {
        long start = System.nanoTime();
        int sent = 0;
        for (Entry entry : book.entries()) {
            long due = rate > 0 ? start + (long) (sent / rate * 1e9) : System.nanoTime();
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            free.acquire();
            lines.execute(() -> takeDown(entry, due));
            sent++;
        }
    }

    private void takeDown(Entry entry, long due) {
        try {
            book.sent(entry);
            Answer answer = client.send(Call.post(
                    Service.INTAKE,
                    "/api/v1/tickets",
                    token,
                    entry.key(),
                    TicketBody.of(
                            entry.message(),
                            cast.caller(entry.message()),
                            cast.community(entry.message()),
                            entry.key())));
            if (answer.ok()) {
                book.accepted(entry, UUID.fromString(answer.body().path("id").asText()), due, System.nanoTime());
            } else {
                book.refused(entry, answer.status() + " " + answer.body());
            }
        } catch (GaveUp e) {
            book.refused(entry, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            free.release();
        }
    }

    @Override
    public void close() {
        lines.shutdownNow();
    }
}
