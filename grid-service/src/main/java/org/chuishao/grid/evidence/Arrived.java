package org.chuishao.grid.evidence;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.chuishao.grid.evidence.picture.Exif;
import org.chuishao.grid.evidence.picture.Picture;
import org.chuishao.mesh.sql.Rows;
import org.jspecify.annotations.Nullable;

/** Photos that have arrived whole, and what becomes of them. The service itself acts, and each call waits. */
@ApplicationScoped
class Arrived {

    private static final String ONE = "SELECT declared_hash, size FROM evidence WHERE id = $1 AND state = 'RECEIVED'";
    private static final String PLACES = "SELECT at FROM evidence_piece WHERE evidence_id = $1 ORDER BY at";
    private static final String PIECE = "SELECT bytes FROM evidence_piece WHERE evidence_id = $1 AND at = $2";

    /** What was found out about one file says nothing about another that came in its place. */
    private static final String IF_IT_IS_STILL_THAT = " WHERE id = $1 AND state = 'RECEIVED' AND declared_hash = $2";

    private static final String DROP_PIECES = "DELETE FROM evidence_piece p USING done WHERE p.evidence_id = done.id";
    private static final String STORED = """
            WITH done AS (
                UPDATE evidence SET state = 'STORED', stored_at = $3, touched_at = $3, media_type = $4, width = $5,
                    height = $6, stored_size = $7, stored_hash = $8, exif_at = $9, exif_longitude = $10, exif_latitude = $11
            """ + IF_IT_IS_STILL_THAT + " RETURNING id) " + DROP_PIECES;
    private static final String REFUSED =
            "WITH done AS (UPDATE evidence SET state = 'REFUSED', touched_at = $3, refusal = $4" + IF_IT_IS_STILL_THAT
                    + " RETURNING id) " + DROP_PIECES;
    private static final String SEND_AGAIN = """
            WITH done AS (UPDATE evidence SET state = 'RECEIVING', received = 0, touched_at = $2, refusal = $3
                WHERE id = $1 AND state = 'RECEIVED' RETURNING id)
            """ + DROP_PIECES;
    private static final String ANOTHER_HASH =
            "What arrived has another SHA-256 than was announced: send the file again, from the beginning.";

    private final Pool pool;
    private final Clock clock;

    Arrived(@ReactiveDataSource("reader") Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** A file as it arrived. */
    record Whole(String declaredHash, byte[] file) {

        boolean isAsDeclared() {
            return sha256(file).equals(declaredHash);
        }
    }

    /** @return null where it is not whole, or finished already */
    @Nullable
    Whole whole(UUID id) {
        List<Row> found = ask(ONE, Tuple.of(id));
        if (found.isEmpty()) {
            return null;
        }
        byte[] file = new byte[found.get(0).getLong("size").intValue()];
        for (Row place : ask(PLACES, Tuple.of(id))) {
            long at = place.getLong("at");
            List<Row> piece = ask(PIECE, Tuple.of(id, at));
            if (piece.isEmpty()) {
                return null;
            }
            piece.get(0).getBuffer("bytes").getDelegate().getBytes(file, (int) at);
        }
        return new Whole(found.get(0).getString("declared_hash"), file);
    }

    void stored(UUID id, Whole whole, Picture picture) {
        Exif exif = picture.exif();
        ask(
                STORED,
                Tuple.of(id, whole.declaredHash(), now(), picture.mediaType().toString())
                        .addInteger(picture.width())
                        .addInteger(picture.height())
                        .addLong((long) picture.bytes().length)
                        .addString(sha256(picture.bytes()))
                        .addValue(time(exif.at()))
                        .addDouble(exif.longitude())
                        .addDouble(exif.latitude()));
    }

    void refused(UUID id, Whole whole, String words) {
        ask(REFUSED, Tuple.of(id, whole.declaredHash(), now(), words));
    }

    void sendAgain(UUID id) {
        ask(SEND_AGAIN, Tuple.of(id, now(), ANOTHER_HASH));
    }

    private List<Row> ask(String statement, Tuple values) {
        return pool.preparedQuery(statement)
                .execute(values)
                .map(Rows::list)
                .await()
                .indefinitely();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
