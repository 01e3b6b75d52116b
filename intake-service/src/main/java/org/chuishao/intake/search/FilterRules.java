package org.chuishao.intake.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chuishao.intake.number.TicketNumber;
import org.chuishao.intake.ticket.SourceNumber;
import org.chuishao.mesh.crypto.CallerHash;
import org.chuishao.mesh.event.IntakeEvent.Channel;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.problem.FieldError;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.Roles;
import org.chuishao.mesh.scope.Scope;
import org.jspecify.annotations.Nullable;

/** Turns a filter into conditions, or says what is wrong with it. */
@ApplicationScoped
class FilterRules {

    /** What is asked for, and how many at most. */
    record Search(Clauses clauses, int limit) {}

    private static final String TIME = "must be a time with offset such as 2026-11-23T08:10:00+08:00";
    private static final String TRUE = "must be true, or absent";

    /** One that was merged is called back with its parent's result. */
    private static final String CALLBACK_DUE = """
            closed_at is null and state in ('PENDING_CALLBACK', 'ANSWERED', 'MERGED')
            and (state <> 'MERGED'
                or exists (select from merged_ticket m where m.child = ticket.id and m.settled_at is not null))""";

    private static final int MOST = 200;
    private static final int USUAL = 50;
    private static final Set<String> KNOW_CALLERS = Set.of(Roles.AGENT, Roles.CALL_CENTRE);

    private final CallerHash callerHash;

    FilterRules(CallerHash callerHash) {
        this.callerHash = callerHash;
    }

    /** @throws Problem 400 naming the parameters that are wrong, 403 for a caller's number of a role that may not ask */
    Search search(TicketFilter filter, Scope scope) {
        if (filter.callerPhone != null && !KNOW_CALLERS.contains(scope.role())) {
            throw Problem.forbidden("The role of this token does not look for tickets by their caller.");
        }
        List<FieldError> errors = new ArrayList<>();
        Clauses clauses = new Clauses().any(InScope.of(scope));
        if (!filter.states.isEmpty()) {
            String[] states = filter.states.stream()
                    .map(state -> read(errors, "state", oneOf(State.values()), state, name(State.class)))
                    .toArray(String[]::new);
            clauses.and("state = any(?)", (Object) states);
        }
        if (filter.region != null) {
            String region = read(errors, "region", "must have 2 to 15 digits", filter.region, FilterRules::region);
            clauses.any(region == null ? List.of() : List.of(InScope.within(region)));
        }
        add(clauses, "kind = ?", read(errors, "kind", oneOf(Kind.values()), filter.kind, name(Kind.class)));
        add(
                clauses,
                "channel = ?",
                read(errors, "channel", oneOf(Channel.values()), filter.channel, name(Channel.class)));
        add(clauses, "category = ?", filter.category);
        add(clauses, "received_at >= ?", read(errors, "from", TIME, filter.from, FilterRules::time));
        add(clauses, "received_at < ?", read(errors, "to", TIME, filter.to, FilterRules::time));
        add(clauses, "number = ?", read(errors, "number", "is no ticket number", filter.number, FilterRules::number));
        add(
                clauses,
                "source_number = ?",
                read(errors, "sourceNumber", SourceNumber.RULE, filter.sourceNumber, FilterRules::sourceNumber));
        add(
                clauses,
                "caller_hash = ?",
                read(errors, "callerPhone", "is no phone number", filter.callerPhone, callerHash::of));
        if (Boolean.TRUE.equals(read(errors, "callbackDue", TRUE, filter.callbackDue, FilterRules::yes))) {
            clauses.and(CALLBACK_DUE);
        }
        add(
                clauses,
                "id < ?",
                read(errors, "cursor", "must be the next of an answer", filter.cursor, UUID::fromString));
        Integer limit = read(errors, "limit", "must be a number from 1 to " + MOST, filter.limit, FilterRules::limit);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return new Search(clauses, limit == null ? USUAL : limit);
    }

    private static void add(Clauses clauses, String condition, @Nullable Object value) {
        if (value != null) {
            clauses.and(condition, value);
        }
    }

    private static <T> @Nullable T read(
            List<FieldError> errors, String field, String expected, @Nullable String text, Function<String, T> reader) {
        if (text == null) {
            return null;
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | DateTimeException wrong) {
            errors.add(new FieldError(field, expected));
            return null;
        }
    }

    private static <E extends Enum<E>> Function<String, String> name(Class<E> type) {
        return text -> Enum.valueOf(type, text).name();
    }

    private static String oneOf(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.joining(", ", "must be one of ", ""));
    }

    private static String region(String text) {
        return require(text, text.matches("[0-9]{2,15}"));
    }

    private static String number(String text) {
        return require(text, TicketNumber.isValid(text));
    }

    private static String sourceNumber(String text) {
        return require(text, SourceNumber.isValid(text));
    }

    private static int limit(String text) {
        int number = Integer.parseInt(text);
        require(text, number >= 1 && number <= MOST);
        return number;
    }

    /** A plus sign that was not escaped has become a space on its way. */
    private static OffsetDateTime time(String text) {
        return OffsetDateTime.parse(text.replace(' ', '+'));
    }

    private static boolean yes(String text) {
        require(text, text.equals("true"));
        return true;
    }

    private static String require(String text, boolean fits) {
        if (!fits) {
            throw new IllegalArgumentException("does not fit");
        }
        return text;
    }
}
