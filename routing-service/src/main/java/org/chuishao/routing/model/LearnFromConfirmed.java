package org.chuishao.routing.model;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.routing.classify.KeywordClassifier;
import org.chuishao.routing.learn.Example;
import org.chuishao.routing.model.Confirmed.Beside;
import org.chuishao.routing.model.Confirmed.Page;
import org.chuishao.routing.model.Learning.Known;
import org.chuishao.routing.model.Model.Source;
import org.chuishao.routing.model.Model.State;

/** Learns anew when enough more was confirmed, and puts a model that was on trial in its place if it is not worse. */
@ApplicationScoped
class LearnFromConfirmed {

    private static final int PAGE = 500;

    /** A trial that so few tickets confirm is given up: the next one knows more. */
    private static final Duration LONGEST_TRIAL = Duration.ofDays(30);

    /** What is known already grows by so much of itself before it is worth another look. */
    private static final int PART = 10;

    private final ModelStore store;
    private final Confirmed confirmed;
    private final Learning learning;
    private final Models models;
    private final LearnConfig config;
    private final Clock clock;

    LearnFromConfirmed(
            ModelStore store, Confirmed confirmed, Learning learning, Models models, LearnConfig config, Clock clock) {
        this.store = store;
        this.confirmed = confirmed;
        this.learning = learning;
        this.models = models;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            every = "${chuishao.routing.learn.every}",
            delayed = "${chuishao.routing.learn.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        Optional<Model> onTrial = store.in(State.ON_TRIAL).await().indefinitely();
        if (onTrial.isPresent()) {
            judge(onTrial.get());
        } else {
            learnIfDue();
        }
    }

    private void judge(Model onTrial) {
        String before = store.in(State.ACTIVE)
                .await()
                .indefinitely()
                .map(Model::version)
                .orElse(KeywordClassifier.MODEL);
        Beside beside = confirmed
                .beside(String.valueOf(onTrial.version()), before)
                .await()
                .indefinitely();
        String reason = "%d confirmed: right %d, %s %d"
                .formatted(beside.answered(), beside.right(), before, beside.rightBefore());
        switch (Standing.of(beside.answered(), beside.right(), beside.rightBefore(), config.trial())) {
            case REPLACES -> move(onTrial, State.ACTIVE, reason);
            case REJECTED -> move(onTrial, State.REJECTED, reason);
            case WAITS -> {
                if (onTrial.begunAt().toInstant().plus(LONGEST_TRIAL).isBefore(clock.instant())) {
                    move(onTrial, State.REJECTED, "the trial took too long; " + reason);
                }
            }
        }
    }

    private void move(Model onTrial, State to, String reason) {
        store.move(onTrial.id(), State.ON_TRIAL, to, ModelStore.SELF, reason)
                .chain(models::readAgain)
                .await()
                .indefinitely();
    }

    private void learnIfDue() {
        int all = confirmed.count().await().indefinitely();
        int fresh = store.lastBegun()
                .chain(begun ->
                        begun.map(confirmed::since).orElse(Uni.createFrom().item(all)))
                .await()
                .indefinitely();
        if (all < config.least() || fresh < Math.max(config.more(), (all - fresh) / PART)) {
            return;
        }
        int count = Math.min(all, config.most());
        UUID id;
        try {
            id = store.begin(Source.CONFIRMED, ModelStore.SELF, count).await().indefinitely();
        } catch (Problem another) {
            return;
        }
        learning.learn(id, lessons(), State.ON_TRIAL, this::keep);
        models.readAgain().await().indefinitely();
    }

    private void keep(Example example, float[] meaning) {
        confirmed.keepMeaning(UUID.fromString(example.id()), meaning).await().indefinitely();
    }

    private List<Known> lessons() {
        List<Known> lessons = new ArrayList<>();
        long after = confirmed.behind(config.most()).await().indefinitely();
        Page page;
        do {
            page = confirmed.page(after, PAGE).await().indefinitely();
            page.lessons().forEach(it -> lessons.add(new Known(it.example(), it.meaning())));
            after = page.end();
        } while (!page.last());
        return lessons;
    }
}
