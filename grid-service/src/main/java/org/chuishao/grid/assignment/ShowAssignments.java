package org.chuishao.grid.assignment;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.chuishao.grid.assignment.Assignments.Found;
import org.chuishao.grid.page.Cursor;
import org.chuishao.grid.page.Page;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.fold.AssignmentState.Extension;
import org.chuishao.mesh.fold.AssignmentState.Phase;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.scope.Scopes;
import org.chuishao.mesh.sight.Sight;
import org.jspecify.annotations.Nullable;

/** Reads assignments for whoever is calling, with what they are about. */
@ApplicationScoped
public class ShowAssignments {

    private static final String NEWEST_FIRST = " order by a.id desc";
    private static final String MOST_PRESSING_FIRST = " order by a.urgency, a.createdAt, a.id";

    private final Assignments assignments;
    private final Briefs briefs;
    private final Scopes scopes;
    private final CurrentScope current;

    ShowAssignments(Assignments assignments, Briefs briefs, Scopes scopes, CurrentScope current) {
        this.assignments = assignments;
        this.briefs = briefs;
        this.scopes = scopes;
        this.current = current;
    }

    /** What a list may be narrowed by; null where it is not. */
    record Wanted(
            @Nullable Phase phase,
            @Nullable String unit,
            @Nullable String region,
            @Nullable UUID ticket,
            @Nullable Extension extension) {}

    /**
     * @param mark to ask with the next time: what changes from now on is changed since it
     * @param handedOn what went to others meanwhile; with the first page
     */
    public record Changed(long mark, Page<AssignmentView> lines, List<HandedOn> handedOn) {}

    public Uni<AssignmentView> one(UUID id) {
        return read(() -> assignments.find(current.get(), id))
                .map(found ->
                        AssignmentView.of(found, briefs.asked(found.assignment(), true), matter(found, briefs::whole)));
    }

    /** Whatever the caller has or had in hand or was told of, the newest first. */
    Uni<Page<AssignmentView>> list(Wanted wanted, @Nullable String cursor, int limit) {
        Filter filter = Filter.seenBy(current.get())
                .and("a.phase = ?", wanted.phase())
                .and("a.unit = ?", wanted.unit())
                .in(wanted.region())
                .and("a.ticket = ?", wanted.ticket())
                .and("a.extension = ?", wanted.extension())
                .and("a.id < ?", Cursor.id(cursor));
        return read(() -> assignments.list(filter, NEWEST_FIRST, limit + 1))
                .map(found ->
                        lines(Page.of(found, limit, last -> last.assignment().id.toString())));
    }

    /** What the caller has in hand, the most pressing first, the oldest of these first. */
    public Uni<Page<AssignmentView>> inbox(@Nullable String cursor, int limit) {
        Filter filter = Filter.inHandOf(current.get()).and("a.open = true");
        String last = Cursor.key(cursor);
        if (!last.isEmpty()) {
            after(filter, last);
        }
        return read(() -> assignments.list(filter, MOST_PRESSING_FIRST, limit + 1))
                .map(found -> lines(Page.of(found, limit, it -> inboxKey(it.assignment()))));
    }

    /**
     * What the caller has or had in hand and changed since a mark, once or more than once; without a mark, or with one
     * that another database gave out, what is open.
     */
    public Uni<Changed> changed(long since, @Nullable UUID after, int limit) {
        return read(() -> assignments.mark().chain(mark -> {
            Filter filter = Filter.inHandOf(current.get()).and("a.id > ?", after);
            boolean all = since <= 0 || since > mark;
            return assignments
                    .list(
                            all ? filter.and("a.open = true") : filter.and("a.changed >= ?", since),
                            " order by a.id",
                            limit + 1)
                    .chain(found -> handedOn(!all && after == null, since)
                            .map(gone -> new Changed(
                                    mark,
                                    lines(Page.of(found, limit, it -> it.assignment()
                                            .id
                                            .toString())),
                                    gone)));
        }));
    }

    private Uni<List<HandedOn>> handedOn(boolean asked, long since) {
        String worker = current.get().worker();
        return asked && worker != null
                ? assignments.handedOn(worker, since)
                : Uni.createFrom().item(List.of());
    }

    /** An emitter hands no cancellation on: a client that hangs up does not break a transaction in the middle. */
    private <T> Uni<T> read(Supplier<Uni<T>> query) {
        Uni<T> work = Panache.withTransaction(() -> scopes.enter().chain(() -> query.get()));
        return Uni.createFrom().emitter(emitter -> work.subscribe().with(emitter::complete, emitter::fail));
    }

    private Page<AssignmentView> lines(Page<Found> found) {
        List<AssignmentView> lines = found.items().stream()
                .map(it -> AssignmentView.of(it, briefs.asked(it.assignment(), false), matter(it, briefs::line)))
                .toList();
        return new Page<>(lines, found.next());
    }

    private @Nullable Matter matter(Found found, BiFunction<TicketBrief, Sight, Matter> opened) {
        TicketBrief brief = found.brief();
        return brief == null ? null : opened.apply(brief, sight(found.assignment(), brief));
    }

    private Sight sight(Assignment assignment, TicketBrief brief) {
        Scope reader = current.get();
        Kind kind = Kind.valueOf(brief.kind);
        return assignment.inHandOf(reader)
                ? Sight.inHand(reader.role(), kind, brief.secret)
                : Sight.of(reader.role(), kind, brief.secret);
    }

    private static String inboxKey(Assignment it) {
        return it.urgency + " " + it.createdAt + " " + it.id;
    }

    private static void after(Filter filter, String key) {
        String[] parts = key.split(" ", -1);
        if (parts.length != 3) {
            throw Cursor.wrong();
        }
        try {
            filter.and("(a.urgency, a.createdAt, a.id) > ("
                    + filter.value(Integer.valueOf(parts[0])) + ", "
                    + filter.value(Instant.parse(parts[1])) + ", "
                    + filter.value(UUID.fromString(parts[2])) + ")");
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw Cursor.wrong();
        }
    }
}
