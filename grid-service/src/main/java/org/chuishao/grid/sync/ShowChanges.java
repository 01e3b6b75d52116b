package org.chuishao.grid.sync;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.chuishao.grid.assignment.AssignmentView;
import org.chuishao.grid.assignment.CapturedActs;
import org.chuishao.grid.assignment.ShowAssignments;
import org.chuishao.grid.assignment.ShowAssignments.Changed;
import org.chuishao.grid.evidence.PhotoLimits;
import org.chuishao.grid.member.WorkersGrids;
import org.chuishao.grid.member.WorkersGrids.OwnGrid;
import org.chuishao.grid.sync.Catchup.Ended;
import org.chuishao.grid.sync.Catchup.Reference;
import org.chuishao.mesh.scope.CurrentScope;
import org.jspecify.annotations.Nullable;

/** Tells a phone what changed since it asked last. */
@ApplicationScoped
class ShowChanges {

    private final ShowAssignments show;
    private final WorkersGrids grids;
    private final PhotoLimits photos;
    private final SyncConfig config;
    private final CurrentScope current;

    ShowChanges(ShowAssignments show, WorkersGrids grids, PhotoLimits photos, SyncConfig config, CurrentScope current) {
        this.show = show;
        this.grids = grids;
        this.photos = photos;
        this.config = config;
        this.current = current;
    }

    Uni<Catchup> since(@Nullable String cursor, int limit) {
        Since since = Since.of(cursor);
        String worker = current.get().worker();
        Uni<List<OwnGrid>> own = worker == null ? Uni.createFrom().item(List.of()) : grids.of(worker);
        return own.chain(known ->
                show.changed(since.mark(), since.after(), limit).map(changed -> catchup(since, changed, known)));
    }

    private Catchup catchup(Since since, Changed changed, List<OwnGrid> own) {
        List<AssignmentView> lines = changed.lines().items();
        boolean more = changed.lines().next() != null;
        Since next =
                since.onward(changed.mark(), more ? lines.get(lines.size() - 1).id() : null);
        return new Catchup(
                lines.stream().filter(Catchup::isOpen).toList(),
                Stream.concat(
                                lines.stream().filter(it -> !Catchup.isOpen(it)).map(Ended::of),
                                changed.handedOn().stream().map(Ended::of))
                        .toList(),
                reference(own),
                more,
                next.cursor());
    }

    private Reference reference(List<OwnGrid> own) {
        return new Reference(
                own,
                List.of(Captured.Kind.values()),
                CapturedActs.Limits.OF_ALL,
                config.batch(),
                new Catchup.Photos(photos.size(), photos.pixels(), photos.piece(), PhotoLimits.TYPES));
    }
}
