package org.chuishao.grid.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
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
        List<UUID> due = firings.stream()
                .filter(it -> it.missed() && it.act().equals(Act.SUSPENSION.name()))
                .map(Firing::assignment)
                .filter(Objects::nonNull)
                .toList();
        return due.isEmpty() ? Uni.createFrom().voidItem() : resume.resume(transaction, due);
    }
}
