package org.chuishao.grid.evidence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.chuishao.grid.evidence.NewUpload.Stage;
import org.chuishao.grid.location.Point;
import org.chuishao.mesh.event.Place.Crs;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A photo as it is kept, from the moment that it is announced. A request changes only what arrives of it. */
@Entity
@Table(name = "evidence")
@DynamicUpdate
class Photo {

    /** Announced or arriving; whole and not yet looked at; kept; not taken. */
    enum State {
        RECEIVING,
        RECEIVED,
        STORED,
        REFUSED
    }

    @Id
    UUID id;

    @Column(name = "assignment_id", updatable = false)
    @Nullable
    UUID assignment;

    @Column(updatable = false)
    @Nullable
    UUID verification;

    @Column(name = "patrol_report", updatable = false)
    @Nullable
    UUID patrolReport;

    @Column
    String unit;

    @Column(name = "uploaded_by", updatable = false)
    String uploadedBy;

    @Enumerated(EnumType.STRING)
    @Column
    @Nullable
    Stage stage;

    @Column(name = "declared_type")
    String declaredType;

    @Column(name = "declared_hash")
    String declaredHash;

    @Column
    long size;

    @Column
    long received;

    @Enumerated(EnumType.STRING)
    @Column
    State state;

    @Column
    @Nullable
    String refusal;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "touched_at")
    Instant touchedAt;

    @Column(name = "stored_at", updatable = false)
    @Nullable
    Instant storedAt;

    @Column(name = "captured_at")
    @Nullable
    Instant capturedAt;

    @Column
    @Nullable
    Double longitude;

    @Column
    @Nullable
    Double latitude;

    @Enumerated(EnumType.STRING)
    @Column
    @Nullable
    Crs crs;

    @Column(name = "exif_at", updatable = false)
    @Nullable
    Instant exifAt;

    @Column(name = "exif_longitude", updatable = false)
    @Nullable
    Double exifLongitude;

    @Column(name = "exif_latitude", updatable = false)
    @Nullable
    Double exifLatitude;

    @Column(name = "media_type", updatable = false)
    @Nullable
    String mediaType;

    @Column(updatable = false)
    @Nullable
    Integer width;

    @Column(updatable = false)
    @Nullable
    Integer height;

    @Column(name = "stored_size", updatable = false)
    @Nullable
    Long storedSize;

    @Column(name = "stored_hash", updatable = false)
    @Nullable
    String storedHash;

    @SuppressWarnings("NullAway.Init")
    protected Photo() {}

    /** Its name in the store. */
    static String name(UUID id, String mediaType) {
        return id + "." + mediaType.substring(mediaType.indexOf('/') + 1);
    }

    boolean declaredAs(NewUpload upload) {
        return declaredHash.equals(upload.sha256().toLowerCase(Locale.ROOT))
                && size == upload.size()
                && declaredType.equals(upload.type());
    }

    boolean belongsTo(NewUpload upload) {
        return Objects.equals(assignment, upload.assignment())
                && Objects.equals(verification, upload.verification())
                && Objects.equals(patrolReport, upload.patrolReport());
    }

    /** Another file in place of one that was refused, with its own place and time: nothing of the old one stays. */
    void startAgain(NewUpload upload, String with, Instant now) {
        Point at = upload.position();
        unit = with;
        stage = upload.stage();
        declaredHash = upload.sha256().toLowerCase(Locale.ROOT);
        declaredType = upload.type();
        size = upload.size();
        received = 0;
        state = State.RECEIVING;
        refusal = null;
        createdAt = now;
        touchedAt = now;
        capturedAt = upload.capturedAt() == null ? null : upload.capturedAt().toInstant();
        longitude = at == null ? null : at.longitude();
        latitude = at == null ? null : at.latitude();
        crs = at == null ? null : at.crs();
    }

    void take(int bytes, Instant now) {
        received += bytes;
        touchedAt = now;
        refusal = null;
        if (received == size) {
            state = State.RECEIVED;
        }
    }
}
