package org.chuishao.routing.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.routing.classify.Advised;
import org.chuishao.routing.classify.Assessor.Words;
import org.chuishao.routing.classify.Counsel;
import org.junit.jupiter.api.Test;

/** The log neither waits for a model nor stops for one. */
class AskCounselTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Advised ADVISED = new Advised(null, Set.of(), List.of());

    private final List<BooleanSupplier> wanted = new CopyOnWriteArrayList<>();

    @Test
    void what_fails_whatever_it_is_goes_by_rules() {
        Map<UUID, Words> tickets = tickets("good", "bad", "worse");
        Map<UUID, Advised> answers = ask(tickets, title -> {
            if (title.equals("bad")) {
                throw new IllegalArgumentException("bad");
            }
            if (title.equals("worse")) {
                throw new UnsatisfiedLinkError("worse");
            }
            return ADVISED;
        });

        assertThat(answers.keySet()).extracting(id -> title(tickets, id)).containsExactly("good");
    }

    @Test
    void what_takes_too_long_goes_by_rules_and_the_others_keep_their_answers() {
        CountDownLatch never = new CountDownLatch(1);
        Map<UUID, Words> tickets = tickets("quick", "slow");
        Map<UUID, Advised> answers = ask(tickets, title -> {
            if (title.equals("slow")) {
                waitFor(never);
            }
            return ADVISED;
        });
        never.countDown();

        assertThat(answers.keySet()).extracting(id -> title(tickets, id)).containsExactly("quick");
        assertThat(wanted).allMatch(still -> !still.getAsBoolean());
    }

    private interface Says {
        Advised on(String title);
    }

    private Map<UUID, Advised> ask(Map<UUID, Words> tickets, Says says) {
        return new AskCounsel(new Counsel() {
                    @Override
                    public boolean silent() {
                        return false;
                    }

                    @Override
                    public Optional<Advised> on(String title, String content, BooleanSupplier wanted) {
                        AskCounselTest.this.wanted.add(wanted);
                        return Optional.of(says.on(title));
                    }
                })
                .about(tickets)
                .await()
                .atMost(SOON);
    }

    private static Map<UUID, Words> tickets(String... titles) {
        Map<UUID, Words> tickets = new HashMap<>();
        for (String title : titles) {
            tickets.put(UUID.randomUUID(), new Words(title, "", null, Kind.COMPLAINT, "21", null));
        }
        return tickets;
    }

    private static String title(Map<UUID, Words> tickets, UUID id) {
        Words words = tickets.get(id);
        return words == null ? "" : words.title();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
