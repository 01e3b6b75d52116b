package org.chuishao.intake.submission;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.chuishao.intake.IntakeConfig.Bounds;
import org.chuishao.intake.place.Errors;
import org.chuishao.intake.place.LocationRules;
import org.chuishao.intake.ticket.Caller;
import org.chuishao.intake.ticket.PhoneCall;
import org.chuishao.intake.ticket.PhoneNumber;
import org.chuishao.intake.ticket.SourceNumber;
import org.chuishao.mesh.event.IntakeEvent.Channel;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.problem.FieldError;
import org.jspecify.annotations.Nullable;

/** What a submission has to hold. All that is wrong with it is told at once. */
final class SubmissionRules {

    /** Those that come over the log by their own way. */
    private static final Set<Channel> NOT_HERE = Set.of(Channel.GRID, Channel.WARNING);

    /** Clocks of two machines differ a little. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    private static final Pattern PAPERS = Pattern.compile("[A-Za-z0-9()（）-]{5,30}");

    private final LocationRules places;

    SubmissionRules(Predicate<String> knownRegion, Bounds bounds) {
        this.places = new LocationRules(knownRegion, bounds);
    }

    List<FieldError> check(TicketRequest request, Instant now) {
        Errors errors = new Errors();
        errors.addIf(request.channel() == null, "channel", "must not be empty");
        errors.addIf(NOT_HERE.stream().anyMatch(c -> c == request.channel()), "channel", "does not come in here");
        errors.addIf(request.kind() == null, "kind", "must not be empty");
        errors.text("title", request.title(), 200);
        errors.text("content", request.content(), 20_000);
        errors.optionalText("desired", request.desired(), 2000);
        errors.addIf(
                request.happenedAt() != null && request.happenedAt().toInstant().isAfter(now.plus(CLOCK_SKEW)),
                "happenedAt",
                "must not lie in the future");
        caller(errors, request);
        call(errors, request.call());
        places.check(errors, request.place());
        sourceNumber(errors, request);
        return errors.found();
    }

    private static void caller(Errors errors, TicketRequest request) {
        Caller caller = request.caller();
        String phone = caller == null ? null : caller.phone();
        if (phone == null || phone.isBlank()) {
            boolean anonymous = request.kind() == Kind.REPORT && request.channel() != Channel.PHONE;
            errors.addIf(!anonymous, "caller.phone", "must not be empty, except in an anonymous report");
        } else {
            errors.addIf(!PhoneNumber.isPlausible(phone), "caller.phone", PhoneNumber.RULE);
        }
        if (caller != null) {
            errors.optionalText("caller.name", caller.name(), 100);
            errors.optionalText("caller.address", caller.address(), 300);
            errors.addIf(
                    caller.id() != null && !PAPERS.matcher(caller.id()).matches(),
                    "caller.id",
                    "is no number of an identity document");
        }
    }

    private static void call(Errors errors, @Nullable PhoneCall call) {
        if (call != null) {
            errors.optionalText("call.id", call.id(), 100);
            errors.optionalText("call.agent", call.agent(), 100);
            errors.optionalText("call.recording", call.recording(), 500);
        }
    }

    /** It stands on the log in clear, so it must not tell who called. */
    private static void sourceNumber(Errors errors, TicketRequest request) {
        String number = request.sourceNumber();
        if (number == null) {
            return;
        }
        Caller caller = request.caller();
        if (!SourceNumber.isValid(number)) {
            errors.add("sourceNumber", SourceNumber.RULE);
        } else if (caller != null && CallerInClear.isIn(number, caller)) {
            errors.add("sourceNumber", "must not hold the caller's number, name or address");
        }
    }
}
