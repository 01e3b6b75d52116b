package org.chuishao.analytics.course;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.chuishao.analytics.course.CourseView.Clock;
import org.chuishao.analytics.course.CourseView.Node;
import org.chuishao.analytics.ladder.Rung;
import org.chuishao.analytics.word.China;
import org.chuishao.analytics.word.EventWord;
import org.chuishao.analytics.word.Hidden;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.event.EventType;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.reference.CategoryNames;
import org.chuishao.mesh.reference.Regions;
import org.chuishao.mesh.reference.Unit;
import org.chuishao.mesh.reference.Units;
import org.jspecify.annotations.Nullable;

/** Names what a ticket's rows say by codes. */
@ApplicationScoped
class ShowCourse {

    private final Courses courses;
    private final Regions regions;
    private final Units units;
    private final CategoryNames names;

    ShowCourse(Courses courses, Regions regions, Units units, CategoryNames names) {
        this.courses = courses;
        this.regions = regions;
        this.units = units;
        this.names = names;
    }

    Uni<CourseView> of(UUID ticket, Instant now) {
        return courses.of(ticket).map(rows -> view(rows, now));
    }

    private CourseView view(Courses.Rowed rows, Instant now) {
        Row ticket = rows.ticket();
        boolean hidden = Hidden.is(ticket.getBoolean("secret"), ticket.getString("kind"));
        String category = hidden ? null : ticket.getString("category");
        State state = State.valueOf(ticket.getString("state"));
        return new CourseView(
                ticket.getUUID("ticket_id"),
                hidden ? null : ticket.getString("number"),
                state,
                state.label(),
                ticket.getString("region"),
                regions.nameOf(ticket.getString("region")),
                category,
                category == null ? null : names.nameOf(category),
                ticket.getString("channel"),
                ticket.getString("kind"),
                China.at(now),
                rows.nodes().stream().map(this::node).toList(),
                rows.clocks().stream().map(this::clock).toList());
    }

    private Node node(Row row) {
        String type = row.getString("type");
        String unit = row.getString("unit");
        return new Node(
                China.at(row, "at"),
                type,
                EventWord.of(type),
                unit,
                unit == null ? null : nameOf(unit),
                level(type, unit),
                row.getBoolean("late"));
    }

    private @Nullable Rung level(String type, @Nullable String unit) {
        boolean climbs = type.equals(EventType.TICKET_ESCALATED.shortName())
                || type.equals(EventType.TICKET_SUPERVISED.shortName());
        return climbs && unit != null
                ? units.find(unit).map(it -> Rung.ofLevel(it.level())).orElse(null)
                : null;
    }

    private Clock clock(Row row) {
        String act = row.getString("act");
        String unit = row.getString("unit");
        return new Clock(
                act,
                Act.valueOf(act).label(),
                unit,
                nameOf(unit),
                row.getBoolean("lead"),
                China.maybe(row, "armed_at"),
                China.at(row, "due_at"),
                China.maybe(row, "done_at"),
                row.getString("state"));
    }

    private String nameOf(String unit) {
        return units.find(unit).map(Unit::name).orElse(unit);
    }
}
