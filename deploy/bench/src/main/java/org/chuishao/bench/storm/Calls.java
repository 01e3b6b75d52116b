package org.chuishao.bench.storm;

import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.chuishao.local.Service;
import org.chuishao.local.replay.client.Answer;
import org.chuishao.local.replay.client.Call;
import org.chuishao.local.replay.client.MeshClient;
import org.chuishao.local.replay.message.Casting;
import org.chuishao.local.replay.message.Communities;
import org.chuishao.local.replay.message.Community;
import org.chuishao.local.replay.message.Message;
import org.chuishao.local.replay.message.TicketBody;

/** People who call: some places, each caller another person, at a rate that does not wait for answers. */
final class Calls {

    private static final int AT_ONCE = 8;

    private final MeshClient client;
    private final String token;
    private final Casting casting;
    private final List<Community> places;
    private final Random chance;
    private final String name;
    private final Supplier<String> words;
    private final AtomicLong number = new AtomicLong();
    private final Queue<String> accepted = new ConcurrentLinkedQueue<>();

    Calls(MeshClient client, String token, String name, List<Community> places, Supplier<String> words, long seed) {
        this.client = client;
        this.token = token;
        this.name = name;
        this.places = places;
        this.words = words;
        chance = new Random(seed);
        casting = new Casting(seed, Communities.ofLiaoning());
    }

    /** Returns when the last is answered. */
    void send(double rate, double seconds) throws InterruptedException {
        ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE);
        long start = System.nanoTime();
        long all = Math.round(rate * seconds);
        for (long n = 0; n < all; n++) {
            TimeUnit.NANOSECONDS.sleep(start + (long) (n / rate * 1e9) - System.nanoTime());
            callers.execute(this::call);
        }
        callers.shutdown();
        if (!callers.awaitTermination(3, TimeUnit.MINUTES)) {
            throw new IllegalStateException("calls of " + name + " are not answered");
        }
    }

    List<String> accepted() {
        return List.copyOf(accepted);
    }

    private void call() {
        String id = name + '-' + number.getAndIncrement();
        Message said;
        Community place;
        synchronized (chance) {
            String what = words.get();
            said = new Message(id, id, what, "", what);
            place = places.get(chance.nextInt(places.size()));
        }
        try {
            Answer answer = client.send(Call.post(
                    Service.INTAKE,
                    "/api/v1/tickets",
                    token,
                    id,
                    TicketBody.of(said, casting.caller(said), place, id)));
            if (!answer.ok()) {
                throw new IllegalStateException(answer.status() + " " + answer.body());
            }
            accepted.add(answer.body().path("id").asText());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
