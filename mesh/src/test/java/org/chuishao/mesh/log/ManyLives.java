package org.chuishao.mesh.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.EventType;
import org.chuishao.mesh.fold.RandomLife;
import org.chuishao.mesh.fold.TicketState;

/**
 * Many tickets at once whose events, commands among them, come to a service in any order of delivery: in batches of any
 * size, twice, after restarts, and its own only some time after it has written them. What others write is chance's, what
 * comes of it the plain model says.
 */
public final class ManyLives implements AutoCloseable {

    /** Each run takes other lives; one is repeated by its seed, but for what the service's own clocks do meanwhile. */
    private static final int SEED = Integer.getInteger("chuishao.seed", new Random().nextInt(1_000_000_000));

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LIVES = Integer.getInteger("chuishao.interleavings", 100);
    private static final int SHORTEST = 15;
    private static final int MORE = 40;

    private final Random chance = new Random(SEED);
    private final PlayedLog log = new PlayedLog(chance);
    private final Tables tables;
    private final Set<EventType> itsOwn;
    private final int acts;
    private final Map<UUID, RandomLife> lives = new HashMap<>();
    private final Map<UUID, Deque<Event>> onTheWay = new HashMap<>();
    private int restarts;

    /** Lets somebody act by the service's API upon a ticket that stands so, or stood so a moment ago. */
    @FunctionalInterface
    public interface Somebody {
        void acts(RandomLife ticket, Random chance);
    }

    /**
     * @param itsOwn what nobody but this service's own commands and readers may write
     * @param acts how many of a hundred steps are acts by the service's API
     */
    public ManyLives(String service, Set<EventType> itsOwn, int acts) {
        this.tables = new Tables(service);
        this.itsOwn = itsOwn;
        this.acts = acts;
        System.out.println(LIVES + " lives in " + service + " from -Dchuishao.seed=" + SEED);
    }

    public Tables tables() {
        return tables;
    }

    public List<RandomLife> all() {
        return List.copyOf(lives.values());
    }

    /**
     * @param begin makes a ticket and says its id
     * @param retold what else others are to say otherwise, in an event's JSON
     */
    public void live(IntFunction<UUID> begin, UnaryOperator<String> retold, Somebody somebody) {
        Instant since = Instant.now().minus(Duration.ofDays(1));
        Map<RandomLife, Integer> going = new HashMap<>();
        for (int number = 1; number <= LIVES; number++) {
            RandomLife life = new RandomLife(SEED, number, begin.apply(number), since, retold);
            lives.put(life.ticket(), life);
            onTheWay.put(life.ticket(), new ArrayDeque<>());
            going.put(life, SHORTEST + chance.nextInt(MORE));
        }
        tables.of(List.copyOf(lives.keySet()));
        List<RandomLife> pick = new ArrayList<>(going.keySet());
        for (int step = 0; !pick.isEmpty(); step++) {
            int any = chance.nextInt(pick.size());
            RandomLife life = pick.get(any);
            goOn(life, somebody);
            if (going.merge(life, -1, Integer::sum) == 0) {
                pick.set(any, pick.get(pick.size() - 1));
                pick.remove(pick.size() - 1);
            }
            if (chance.nextInt(30) == 0) {
                deliver();
            }
        }
        comeToRest();
    }

    private void goOn(RandomLife life, Somebody somebody) {
        Event own = onTheWay.get(life.ticket()).peek();
        if (own != null && chance.nextBoolean()) {
            stands(onTheWay.get(life.ticket()).remove());
        } else if (chance.nextInt(100) < acts) {
            somebody.acts(life, chance);
        } else {
            Event next = life.next();
            if (!itsOwn.contains(next.type())) {
                stands(next);
            }
        }
    }

    private void stands(Event event) {
        log.append(event);
        lives.get(event.ticket()).hear(event);
    }

    private void deliver() {
        if (chance.nextInt(10) == 0) {
            tables.execute("delete from log_position where kafka_partition = " + log.restart());
            restarts++;
        }
        log.deliverSome();
        tables.written().forEach(event -> onTheWay.get(event.ticket()).add(event));
    }

    /** Until all has been read, what the service answered included. */
    private void comeToRest() {
        do {
            onTheWay.values().forEach(events -> {
                while (!events.isEmpty()) {
                    stands(events.remove());
                }
            });
            log.deliverAll();
            tables.written().forEach(event -> onTheWay.get(event.ticket()).add(event));
        } while (onTheWay.values().stream().anyMatch(events -> !events.isEmpty()));
    }

    /** Nothing was parked, all was read once, and each ticket's fold is what the plain model makes of its events. */
    public void agree() {
        assertThat(restarts).as("restarts").isPositive();
        // a clock of the service may fire just after all was read
        await().atMost(PATIENCE).untilAsserted(() -> {
            comeToRest();
            asTheModelSays();
        });
    }

    private void asTheModelSays() {
        assertThat(tables.rows("select ticket_id, cause from parked_ticket where ticket_id = any(?)"))
                .as("parked")
                .isEmpty();
        assertThat(tables.rows("select event_id from pending_event where ticket_id = any(?)"))
                .as("written and never read back")
                .isEmpty();
        Map<UUID, TicketState> folds = tables.folds();
        for (RandomLife life : lives.values()) {
            TicketState fold = folds.getOrDefault(life.ticket(), TicketState.unseen());
            assertThat(life.agrees(fold)).as("%s is kept as %s", life, fold).isTrue();
            assertThat(fold.seen())
                    .as("%s: events", life)
                    .isEqualTo(life.heard().size());
            assertThat(fold.late()).as("%s: late ones", life).isEqualTo((int)
                    life.heard().stream().filter(it -> !it.counts()).count());
        }
    }

    @Override
    public void close() throws Exception {
        tables.close();
    }
}
