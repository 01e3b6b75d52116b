package org.chuishao.routing.model;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
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

    private static final String ITSELF = "routing";
    private static final int PAGE = 500;

    /** What is known already grows by so much of itself before it is worth another look. */
    private static final int PART = 10;

    private final ModelStore store;
    private final Confirmed confirmed;
    private final Learning learning;
    private final Models models;
    private final LearnConfig config;

    LearnFromConfirmed(ModelStore store, Confirmed confirmed, Learning learning, Models models, LearnConfig config) {
        this.store = store;
        this.confirmed = confirmed;
        this.learning = learning;
        this.models = models;
        this.config = config;
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
        State to =
                switch (Standing.of(beside.answered(), beside.right(), beside.rightBefore(), config.trial())) {
                    case WAITS -> State.ON_TRIAL;
                    case REPLACES -> State.ACTIVE;
                    case REJECTED -> State.REJECTED;
                };
        if (to != State.ON_TRIAL) {
            store.move(onTrial.id(), to, ITSELF, reason)
                    .chain(models::readAgain)
                    .await()
                    .indefinitely();
        }
    }

    private void learnIfDue() {
        int known = store.latestFromConfirmed().await().indefinitely();
        int count = Math.min(confirmed.count().await().indefinitely(), config.most());
        if (count < config.least() || count - known < Math.max(config.more(), known / PART)) {
            return;
        }
        UUID id;
        try {
            id = store.begin(Source.CONFIRMED, ITSELF, count).await().indefinitely();
        } catch (Problem another) {
            return;
        }
        learning.learn(id, lessons(), State.ON_TRIAL, this::keep);
        models.readAgain().await().indefinitely();
    }

    private void keep(Example example, float[] meaning) {
        confirmed
                .keepMeaning(UUID.fromString(example.id()), Meaning.write(meaning))
                .await()
                .indefinitely();
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
