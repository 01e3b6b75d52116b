package org.chuishao.grid.whistle;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.chuishao.grid.whistle.WhistleView.CallView;
import org.chuishao.grid.whistle.WhistleView.NoteView;
import org.chuishao.grid.whistle.WhistleView.RatingView;
import org.chuishao.grid.words.Words;
import org.chuishao.mesh.event.Severity;
import org.chuishao.mesh.event.WhistleEvent.Improper;
import org.chuishao.mesh.event.WhistleEvent.WhistleKind;
import org.chuishao.mesh.scope.Scope;
import org.jspecify.annotations.Nullable;

/** Makes what the API shows of rows as they are kept. */
@ApplicationScoped
class WhistleViews {

    private final Words words;

    WhistleViews(Words words) {
        this.words = words;
    }

    WhistleView line(Row row, Scope scope) {
        return of(row, scope, List.of(), List.of());
    }

    WhistleView whole(Row row, Scope scope) {
        return of(
                row,
                scope,
                all(row.getString("notes"), this::note),
                all(row.getString("ratings"), WhistleViews::rating));
    }

    private WhistleView of(Row row, Scope scope, List<NoteView> notes, List<RatingView> ratings) {
        JsonObject it = new JsonObject(row.getString("whistle"));
        return new WhistleView(
                id(it, "id"),
                id(it, "ticket_id"),
                it.getString("number"),
                WhistleKind.valueOf(it.getString("kind")),
                it.getString("region"),
                Severity.valueOf(it.getString("severity")),
                it.getBoolean("danger"),
                Rank.valueOf(it.getString("blower_rank")),
                it.getString("blower_unit"),
                opened(it, "matter"),
                ofBlowersSide(it, scope) ? words.whole(it.getString("code")) : null,
                Whistle.Phase.valueOf(it.getString("phase")),
                it.getBoolean("confirmed"),
                opened(it, "refusal"),
                it.getInteger("quorum"),
                instant(it, "report_in_by"),
                OffsetDateTime.parse(it.getString("blown_at")).toInstant(),
                instant(it, "sounded_at"),
                instant(it, "confirmed_at"),
                instant(it, "closed_at"),
                instant(it, "reported_at"),
                opened(it, "outcome"),
                it.getString("legal_outcome"),
                opened(it, "milestones"),
                all(row.getString("calls"), this::call),
                notes,
                ratings);
    }

    private static boolean ofBlowersSide(JsonObject it, Scope scope) {
        Rank rank = Post.of(scope, it.getString("region")).rank();
        return rank != Rank.OTHER && rank != Rank.ADJUDICATOR;
    }

    private CallView call(JsonObject it) {
        String improper = it.getString("improper");
        return new CallView(
                id(it, "id"),
                it.getString("department"),
                it.getString("substitute"),
                Call.Phase.valueOf(it.getString("phase")),
                it.getInteger("out_on"),
                instant(it, "signed_at"),
                instant(it, "arrived_at"),
                it.getString("proof"),
                opened(it, "came"),
                it.getBoolean("leader"),
                Call.Share.valueOf(it.getString("share")),
                opened(it, "share_words"),
                instant(it, "share_until"),
                opened(it, "share_result"),
                Call.Objection.valueOf(it.getString("objection")),
                improper == null ? null : Improper.valueOf(improper),
                opened(it, "ground"),
                opened(it, "decision"),
                it.getInteger("supervision"));
    }

    private NoteView note(JsonObject it) {
        return new NoteView(
                it.getString("by_unit"),
                opened(it, "note"),
                it.getBoolean("report"),
                OffsetDateTime.parse(it.getString("noted_at")).toInstant());
    }

    private static RatingView rating(JsonObject it) {
        return new RatingView(
                it.getString("by_unit"),
                it.getString("of_unit"),
                it.getInteger("response"),
                it.getInteger("attitude"),
                it.getInteger("solution"));
    }

    private @Nullable String opened(JsonObject row, String name) {
        return words.open(row.getString(name));
    }

    private static UUID id(JsonObject row, String name) {
        return UUID.fromString(row.getString(name));
    }

    private static @Nullable Instant instant(JsonObject row, String name) {
        String text = row.getString(name);
        return text == null ? null : OffsetDateTime.parse(text).toInstant();
    }

    private static <T> List<T> all(@Nullable String json, Function<JsonObject, T> view) {
        JsonArray rows = json == null ? new JsonArray() : new JsonArray(json);
        return IntStream.range(0, rows.size())
                .mapToObj(place -> view.apply(rows.getJsonObject(place)))
                .toList();
    }
}
