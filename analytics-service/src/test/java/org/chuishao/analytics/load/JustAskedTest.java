package org.chuishao.analytics.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.chuishao.mesh.scope.Scope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JustAskedTest {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Scope CITY = scope("analyst", Set.of("2101"), null);

    private Instant now = Instant.parse("2026-12-01T08:00:00Z");
    private final List<CompletableFuture<String>> work = new ArrayList<>();
    private final JustAsked<String, String> asked = new JustAsked<>(new Hand(), FRESH);

    @Test
    void who_asks_the_same_meanwhile_is_told_the_same() {
        CompletableFuture<String> first = ask(CITY, "map");
        CompletableFuture<String> second = ask(CITY, "map");
        now = now.plus(FRESH.multipliedBy(5));
        CompletableFuture<String> late = ask(CITY, "map");
        assertThat(work).hasSize(1);
        work.get(0).complete("told");
        assertThat(List.of(first, second, late)).allMatch(it -> it.join().equals("told"));
    }

    @Test
    void what_is_under_way_is_shared_however_many_others_are() {
        ask(CITY, "map");
        for (int i = 0; i < 250; i++) {
            ask(CITY, "other " + i);
        }
        ask(CITY, "map");
        assertThat(work).hasSize(251);
    }

    @Test
    void an_answer_is_told_again_for_a_moment_and_no_longer() {
        ask(CITY, "map");
        work.get(0).complete("old");
        now = now.plus(FRESH);
        assertThat(ask(CITY, "map").join()).isEqualTo("old");
        now = now.plusMillis(1);
        CompletableFuture<String> later = ask(CITY, "map");
        work.get(1).complete("new");
        assertThat(later.join()).isEqualTo("new");
    }

    @Test
    void nobody_is_told_what_was_answered_to_another_scope_or_question() {
        List<Scope> others = List.of(
                scope("auditor", Set.of("2101"), null),
                scope("analyst", Set.of("2102"), null),
                scope("analyst", Set.of("2101", "2102"), null),
                scope("analyst", Set.of("2101"), "U-1"),
                new Scope("s", "analyst", Set.of("2101"), null, "W-1", null),
                new Scope("s", "analyst", Set.of("2101"), null, null, "C-1"));
        ask(CITY, "map");
        others.forEach(scope -> ask(scope, "map"));
        ask(CITY, "ladder");
        assertThat(work).hasSize(1 + others.size() + 1);

        ask(new Scope("somebody else", "analyst", Set.of("2101"), null, null, null), "map");
        assertThat(work).as("who it is says nothing of what he sees").hasSize(1 + others.size() + 1);
    }

    @Test
    void a_failure_is_told_to_those_who_waited_and_then_forgotten() {
        CompletableFuture<String> first = ask(CITY, "map");
        CompletableFuture<String> second = ask(CITY, "map");
        work.get(0).completeExceptionally(new IllegalStateException("away"));
        assertThatThrownBy(first::join).hasRootCauseMessage("away");
        assertThatThrownBy(second::join).hasRootCauseMessage("away");
        ask(CITY, "map");
        assertThat(work).hasSize(2);
    }

    @Test
    void who_hangs_up_takes_nothing_from_the_others() {
        asked.of(CITY, "map", this::begin).subscribe().with(it -> {}).cancel();
        CompletableFuture<String> other = ask(CITY, "map");
        work.get(0).complete("told");
        assertThat(other.join()).isEqualTo("told");
        assertThat(work).hasSize(1);
    }

    private CompletableFuture<String> ask(Scope scope, String question) {
        return asked.of(scope, question, this::begin).subscribeAsCompletionStage();
    }

    private Uni<String> begin() {
        CompletableFuture<String> begun = new CompletableFuture<>();
        work.add(begun);
        return Uni.createFrom().completionStage(begun);
    }

    private static Scope scope(String role, Set<String> regions, @Nullable String unit) {
        return new Scope("s", role, regions, unit, null, null);
    }

    private final class Hand extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
