package org.chuishao.grid.sync;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chuishao.grid.assignment.AssignmentView;
import org.chuishao.grid.assignment.CapturedActs;
import org.chuishao.grid.assignment.HandedOn;
import org.chuishao.grid.member.WorkersGrids.OwnGrid;
import org.chuishao.mesh.fold.AssignmentState.Phase;
import org.jspecify.annotations.Nullable;

/**
 * What changed since the phone asked last, and what it needs to go on without a network.
 *
 * @param tasks in hand; each replaces what the phone has of it
 * @param ended no more in hand: the phone forgets them
 * @param more ask with {@code next} at once: there is more
 * @param next the cursor to ask with the next time
 */
record Catchup(List<AssignmentView> tasks, List<Ended> ended, Reference reference, boolean more, String next) {

    record Ended(UUID id, Phase phase, @Nullable Instant at) {

        /** It is in other hands now: for him it is over. */
        static Ended of(HandedOn it) {
            return new Ended(it.assignment(), Phase.ENDED, it.at());
        }

        static Ended of(AssignmentView it) {
            return new Ended(it.id(), it.phase(), it.endedAt() == null ? it.resolvedAt() : it.endedAt());
        }
    }

    /**
     * @param grids where the worker works, with his roles there
     * @param acts what may be sent to /sync
     * @param batch how many acts at once
     */
    record Reference(
            List<OwnGrid> grids, List<Captured.Kind> acts, CapturedActs.Limits limits, int batch, Photos photos) {}

    /**
     * @param size bytes of a photo at most
     * @param pixels of a photo at most
     * @param piece bytes to send at once at most
     */
    record Photos(long size, long pixels, long piece, List<String> types) {}

    static boolean isOpen(AssignmentView it) {
        return it.phase() != Phase.RESOLVED && it.phase() != Phase.ENDED;
    }
}
