package org.chuishao.grid.evidence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scopes;

/** A piece of a photo arrives: it is kept, and the offset moves, in one transaction. */
@ApplicationScoped
class AppendPiece {

    private static final String INSERT = "INSERT INTO evidence_piece (evidence_id, at, bytes) VALUES (?1, ?2, ?3)";

    private final Photos photos;
    private final Scopes scopes;
    private final CurrentScope current;
    private final Clock clock;

    AppendPiece(Photos photos, Scopes scopes, CurrentScope current, Clock clock) {
        this.photos = photos;
        this.scopes = scopes;
        this.current = current;
        this.clock = clock;
    }

    @Command
    @WithTransaction
    Uni<Photo> append(UUID id, long offset, byte[] piece) {
        String subject = current.get().subject();
        return scopes.enter()
                .chain(() -> photos.lock(id))
                .invoke(photo -> check(photo, subject, offset, piece))
                .call(() -> Panache.getSession().chain(session -> session.createNativeQuery(INSERT)
                        .setParameter(1, id)
                        .setParameter(2, offset)
                        .setParameter(3, piece)
                        .executeUpdate()))
                .invoke(photo -> photo.take(piece.length, clock.instant()));
    }

    private static void check(Photo photo, String subject, long offset, byte[] piece) {
        if (!photo.uploadedBy.equals(subject)) {
            throw Problem.forbidden("Only who began to send a photo goes on with it.");
        }
        if (photo.state != Photo.State.RECEIVING || offset != photo.received) {
            throw Problem.conflict(
                    photo.state == Photo.State.RECEIVING
                            ? "So much has arrived: go on from there."
                            : "It has arrived, or is not taken: see state.",
                    Map.of("offset", photo.received, "size", photo.size, "state", photo.state));
        }
        if (piece.length == 0) {
            throw Problem.invalid("body", "must hold the next bytes of the file");
        }
        if (offset + piece.length > photo.size) {
            throw Problem.invalid("body", "reaches beyond the size that was announced, " + photo.size + " bytes");
        }
    }
}
