package org.chuishao.grid.evidence;

import java.time.Instant;
import java.util.UUID;
import org.chuishao.grid.evidence.NewUpload.Stage;
import org.chuishao.mesh.event.Place.Crs;
import org.chuishao.mesh.location.Position;
import org.chuishao.mesh.location.Projection;
import org.jspecify.annotations.Nullable;

/**
 * A photo as the API shows it.
 *
 * @param offset how many bytes have arrived: where to go on
 * @param piece how many bytes to send at once, at most
 * @param refusal why it is not taken, or has to be sent again
 * @param position as the phone gave it
 * @param converted the same in CGCS2000
 * @param exifAt when the file said that it was taken
 * @param exifPosition where the file said that it was taken; what is stored says it no more
 * @param stored what is kept
 */
record PhotoView(
        UUID id,
        @Nullable UUID assignment,
        @Nullable UUID verification,
        @Nullable UUID patrolReport,
        @Nullable Stage stage,
        String uploadedBy,
        Photo.State state,
        long offset,
        long size,
        long piece,
        @Nullable String refusal,
        Instant createdAt,
        @Nullable Instant capturedAt,
        @Nullable Position position,
        @Nullable Position converted,
        @Nullable Instant exifAt,
        @Nullable Position exifPosition,
        @Nullable Stored stored) {

    record Stored(Instant at, String type, int width, int height, long size, String sha256) {}

    static PhotoView of(Photo it, long piece) {
        Position given = position(it.longitude, it.latitude, it.crs);
        return new PhotoView(
                it.id,
                it.assignment,
                it.verification,
                it.patrolReport,
                it.stage,
                it.uploadedBy,
                it.state,
                it.received,
                it.size,
                piece,
                it.refusal,
                it.createdAt,
                it.capturedAt,
                given,
                given == null ? null : Projection.to(Crs.CGCS2000, given),
                it.exifAt,
                position(it.exifLongitude, it.exifLatitude, Crs.WGS84),
                stored(it));
    }

    private static @Nullable Position position(
            @Nullable Double longitude, @Nullable Double latitude, @Nullable Crs crs) {
        return longitude == null || latitude == null || crs == null ? null : new Position(longitude, latitude, crs);
    }

    private static @Nullable Stored stored(Photo it) {
        if (it.storedAt == null
                || it.mediaType == null
                || it.width == null
                || it.height == null
                || it.storedSize == null
                || it.storedHash == null) {
            return null;
        }
        return new Stored(it.storedAt, it.mediaType, it.width, it.height, it.storedSize, it.storedHash);
    }
}
