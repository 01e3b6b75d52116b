package org.chuishao.mesh.clock;

import static java.util.Objects.requireNonNull;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.chuishao.mesh.calendar.ClockRule;
import org.chuishao.mesh.calendar.Due;
import org.chuishao.mesh.calendar.Limit;
import org.chuishao.mesh.calendar.Remaining;
import org.chuishao.mesh.calendar.StartRule;
import org.chuishao.mesh.calendar.WorkCalendar;
import org.chuishao.mesh.clock.Deadline.Band;
import org.chuishao.mesh.event.DeadlineEvent.DeadlineArmed;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a clock: it is paused, goes on, or has another end.
 *
 * @param at the instant of the act that it follows from
 * @param counted what its end was counted from; null for an instant that was set
 * @param pausedAt since when it stands still; null while it runs
 * @param reason why, kept beside the end that it had
 * @param rule another rule that it goes by from now on, with its version; null where it keeps its own
 * @param limit by that rule
 * @param start of that rule
 * @param region another place that it is of; null where it stays in its own
 */
public record ClockMove(
        Standing clock,
        Instant at,
        Due due,
        @Nullable Instant yellowAt,
        @Nullable String counted,
        @Nullable Instant from,
        @Nullable Instant pausedAt,
        String reason,
        @Nullable String rule,
        @Nullable Limit limit,
        @Nullable StartRule start,
        @Nullable String region) {

    private ClockMove(
            Standing clock,
            Instant at,
            Due due,
            @Nullable Instant yellowAt,
            @Nullable String counted,
            @Nullable Instant from,
            @Nullable Instant pausedAt,
            String reason) {
        this(clock, at, due, yellowAt, counted, from, pausedAt, reason, null, null, null, null);
    }

    /** It stands still, and keeps its end. */
    public static ClockMove paused(Standing it, Instant at) {
        return new ClockMove(it, at, it.due(), it.yellowAt(), it.counted(), it.from(), at, "paused");
    }

    /** It goes on with what it had left when it was paused. */
    public static ClockMove resumed(Standing it, Instant at, WorkCalendar calendar) {
        Remaining left = calendar.remaining(requireNonNull(it.pausedAt()), it.due(), it.unit());
        Due due = calendar.resume(at, left);
        return new ClockMove(it, at, due, yellow(it, at, due, calendar), left.toString(), at, null, "resumed");
    }

    /** It has a new end, which was granted; one that is paused has so much more left. */
    public static ClockMove extended(Standing it, Instant until, Instant at, WorkCalendar calendar) {
        Due due = new Due(until, false, calendar.version());
        Instant running = it.pausedAt() == null ? at : it.pausedAt();
        return new ClockMove(it, at, due, yellow(it, running, due, calendar), null, null, it.pausedAt(), "extended");
    }

    /**
     * What was done to it did not count: it goes on as if it had never stopped, to the end that it has or had before.
     *
     * @param pausedAt where it stands still all the same
     */
    public static ClockMove undone(
            Standing it, @Nullable Instant formerDue, @Nullable Instant pausedAt, Instant at, WorkCalendar calendar) {
        if (formerDue == null || formerDue.equals(it.dueAt())) {
            return new ClockMove(it, at, it.due(), it.yellowAt(), it.counted(), it.from(), pausedAt, "undone");
        }
        Due due = new Due(formerDue, it.provisional(), it.calendar());
        return new ClockMove(it, at, due, yellow(it, at, due, calendar), null, null, pausedAt, "undone");
    }

    /** It goes by another rule from an instant on: the matter turned out to be of another level. */
    public static ClockMove ruled(Standing it, ClockRule rule, Instant at, WorkCalendar calendar) {
        return byRule(it, rule, rule.limit(), at, null, "another level", at, calendar);
    }

    /**
     * It is counted by another rule.
     *
     * @param limit the rule's, or one that follows from it
     * @param from when it is counted from
     */
    static ClockMove byRule(
            Standing it,
            ClockRule rule,
            Limit limit,
            Instant from,
            @Nullable String region,
            String reason,
            Instant at,
            WorkCalendar calendar) {
        Due due = calendar.due(from, limit, rule.start());
        Instant yellow = calendar.approaching(from, due, limit.unit()).at();
        return new ClockMove(
                it,
                at,
                due,
                yellow,
                limit.toString(),
                from,
                it.pausedAt(),
                reason,
                rule.name(),
                limit,
                rule.start(),
                region);
    }

    /** It has the end that was promised to the citizen. */
    public static ClockMove promised(Standing it, ClockRule rule, Instant until, Instant at, WorkCalendar calendar) {
        Due due = new Due(until, false, calendar.version());
        Instant running = it.pausedAt() == null ? at : it.pausedAt();
        Instant yellow = calendar.approaching(running, due, rule.limit().unit()).at();
        return new ClockMove(
                it, at, due, yellow, null, null, it.pausedAt(), "promised", rule.name(), rule.limit(), null, null);
    }

    /** Its end is counted again by a calendar that knows more. */
    static ClockMove recounted(Standing it, Instant at, WorkCalendar calendar, String reason) {
        Instant from = requireNonNull(it.from());
        String counted = requireNonNull(it.counted());
        Due due = it.hasWhatWasLeft()
                ? calendar.resume(from, Remaining.parse(counted))
                : calendar.due(from, Limit.parse(counted), it.start());
        return new ClockMove(it, at, due, yellow(it, from, due, calendar), counted, from, it.pausedAt(), reason);
    }

    /** The log is told of a new end, and of a clock that goes on. */
    boolean told() {
        boolean started = !clock.state().equals("RUNNING") && !clock.state().equals("APPROACHING");
        return !due.at().equals(clock.dueAt()) || (started && pausedAt == null);
    }

    DeadlineArmed said() {
        return DeadlineArmed.one(clock.id(), clock.act(), due.at(), rule == null ? clock.rule() : rule);
    }

    JsonObject row() {
        return new JsonObject()
                .put("id", clock.id().toString())
                .put("at", at.toString())
                .put("due_at", due.at().toString())
                .put("yellow_at", text(yellowAt))
                .put("provisional", due.provisional())
                .put("calendar", due.calendarVersion())
                .put("counted", counted)
                .put("counted_from", text(from))
                .put("paused_at", text(pausedAt))
                .put("reason", reason)
                .put("rule", rule)
                .put("limit_unit", limit == null ? null : limit.unit().code())
                .put("band", limit == null ? null : Band.of(limit.unit()).ordinal())
                .put("start_rule", start == null ? null : start.name())
                .put("region", region);
    }

    private static Instant yellow(Standing it, Instant from, Due due, WorkCalendar calendar) {
        return calendar.approaching(from, due, it.unit()).at();
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
