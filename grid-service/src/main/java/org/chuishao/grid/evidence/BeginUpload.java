package org.chuishao.grid.evidence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.chuishao.grid.location.Point;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scopes;
import org.hibernate.reactive.mutiny.Mutiny;

/** A photo is announced: once for its id, however often. */
@ApplicationScoped
class BeginUpload {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration LATER = Duration.ofMinutes(10);

    /** One upload of a unit is begun at a time, so that two do not each find the last of the quota. */
    private static final String TURN = "SELECT 1 FROM pg_advisory_xact_lock(hashtext('evidence'), hashtext(?1))";

    private static final String SENT = "SELECT evidence_bytes(?1, ?2)";
    private static final String INSERT = """
            INSERT INTO evidence (id, assignment_id, verification, patrol_report, unit, uploaded_by, stage, declared_type,
                declared_hash, size, created_at, touched_at, captured_at, longitude, latitude, crs)
            VALUES (:id, cast(:assignment AS uuid), cast(:verification AS uuid), cast(:patrol AS uuid), :unit, :by,
                cast(:stage AS text), :type, :hash, :size, :now, :now, cast(:captured AS timestamptz), cast(:longitude AS float8),
                cast(:latitude AS float8), cast(:crs AS text))
            ON CONFLICT DO NOTHING
            """;

    private final Photos photos;
    private final EvidenceConfig config;
    private final Scopes scopes;
    private final CurrentScope current;
    private final Clock clock;

    BeginUpload(Photos photos, EvidenceConfig config, Scopes scopes, CurrentScope current, Clock clock) {
        this.photos = photos;
        this.config = config;
        this.scopes = scopes;
        this.current = current;
        this.clock = clock;
    }

    /** @return the photo as it stands: where this was sent before, with what has arrived of it */
    @Command
    @WithTransaction
    Uni<Photo> begin(NewUpload upload) {
        String subject = current.get().subject();
        upload.check(config.maxSize().asLongValue());
        return scopes.enter().chain(() -> photos.unitOf(upload.of())).chain(unit -> photos.findLocked(upload.id())
                .chain(known -> known == null
                        ? create(upload, unit, subject)
                        : Uni.createFrom().item(known))
                .chain(photo -> asDeclared(photo, upload, unit, subject)));
    }

    private Uni<Photo> create(NewUpload upload, String unit, String subject) {
        Instant now = clock.instant();
        return withinQuota(unit, upload.size(), now)
                .chain(() -> Panache.getSession())
                .chain(session -> insert(session, upload, unit, subject, now))
                .chain(() -> photos.find(upload.id()))
                .onItem()
                .ifNull()
                .failWith(BeginUpload::taken);
    }

    private Uni<Void> withinQuota(String unit, long size, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(TURN, Integer.class)
                        .setParameter(1, unit)
                        .getSingleResult()
                        .chain(() -> session.createNativeQuery(SENT, Long.class)
                                .setParameter(1, unit)
                                .setParameter(2, now.minus(DAY))
                                .getSingleResult()))
                .invoke(sent -> withinQuota(sent, size))
                .replaceWithVoid();
    }

    private void withinQuota(long sent, long size) {
        long quota = config.quota().asLongValue();
        if (sent + size > quota) {
            throw Problem.tooMuch(
                    "The unit has sent " + sent + " bytes of photos in 24 hours, and may send " + quota
                            + ". Keep the photo and send it later.",
                    LATER);
        }
    }

    private static Uni<Integer> insert(
            Mutiny.Session session, NewUpload upload, String unit, String subject, Instant now) {
        Point at = upload.position();
        return session.createNativeQuery(INSERT)
                .setParameter("id", upload.id())
                .setParameter("assignment", upload.assignment())
                .setParameter("verification", upload.verification())
                .setParameter("patrol", upload.patrolReport())
                .setParameter("unit", unit)
                .setParameter("by", subject)
                .setParameter(
                        "stage", upload.stage() == null ? null : upload.stage().name())
                .setParameter("type", upload.type())
                .setParameter("hash", upload.sha256().toLowerCase(Locale.ROOT))
                .setParameter("size", upload.size())
                .setParameter("now", now)
                .setParameter(
                        "captured",
                        upload.capturedAt() == null ? null : upload.capturedAt().toInstant())
                .setParameter("longitude", at == null ? null : at.longitude())
                .setParameter("latitude", at == null ? null : at.latitude())
                .setParameter("crs", at == null ? null : at.crs().name())
                .executeUpdate();
    }

    /** It was announced before, or was just now: a refused one gives way to another file, which counts as any. */
    private Uni<Photo> asDeclared(Photo photo, NewUpload upload, String unit, String subject) {
        if (!photo.uploadedBy.equals(subject)) {
            throw taken();
        }
        if (photo.belongsTo(upload) && photo.declaredAs(upload)) {
            return Uni.createFrom().item(photo);
        }
        if (!photo.belongsTo(upload) || photo.state != Photo.State.REFUSED) {
            throw Problem.unprocessable("id", "was used before for another photo; give each an id of its own");
        }
        Instant now = clock.instant();
        return withinQuota(unit, upload.size(), now)
                .invoke(() -> photo.startAgain(upload, unit, now))
                .replaceWith(photo);
    }

    private static Problem taken() {
        return Problem.conflict("This id is taken; give the photo a new one.");
    }
}
