package org.chuishao.grid.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.clock.DeadlineEffect;
import org.chuishao.mesh.clock.Firing;
import org.chuishao.mesh.log.ReaderTransaction;

/** At the review of a suspension the unit's part goes on by itself. */
@ApplicationScoped
class ResumeSuspended implements DeadlineEffect {

    private final ResumeAtReview resume;

    ResumeSuspended(ResumeAtReview resume) {
        this.resume = resume;
    }

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<Firing> firings) {
        List<Firing> reviews = firings.stream()
                .filter(it -> it.missed() && it.act().equals(Act.SUSPENSION.name()))
                .toList();
        // what has fired is due by the database's time, which this service's clock may be a little behind
        Optional<Instant> last = reviews.stream().map(Firing::dueAt).max(Comparator.naturalOrder());
        List<UUID> due = reviews.stream()
                .map(Firing::assignment)
                .filter(Objects::nonNull)
                .toList();
        return last.map(at -> resume.resume(transaction, due, at))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
