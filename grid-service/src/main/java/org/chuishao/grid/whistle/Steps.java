package org.chuishao.grid.whistle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.chuishao.grid.assignment.References;
import org.chuishao.grid.whistle.Bodies.Confirmation;
import org.chuishao.grid.whistle.Bodies.Share;
import org.chuishao.grid.whistle.KindRule.ClosesWith;
import org.chuishao.grid.words.Words;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.event.WhistleEvent.ShareAgreed;
import org.chuishao.mesh.event.WhistleEvent.ShareDone;
import org.chuishao.mesh.event.WhistleEvent.WhistleClosed;
import org.chuishao.mesh.event.WhistleEvent.WhistleConfirmed;
import org.chuishao.mesh.event.WhistleEvent.WhistleNoted;
import org.chuishao.mesh.event.WhistleEvent.WhistleSigned;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.reference.Unit;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.time.Ids;
import org.jspecify.annotations.Nullable;

/** The steps of a whistle from its confirmation to its closing. */
@ApplicationScoped
class Steps {

    private final Words words;
    private final WhistleClocks clocks;
    private final ObjectMapper mapper;

    Steps(Words words, WhistleClocks clocks, ObjectMapper mapper) {
        this.words = words;
        this.clocks = clocks;
        this.mapper = mapper;
    }

    Outcome confirm(Confirmation body, Sheet sheet, Scope by, Instant now) {
        WhistleRow row = sheet.row();
        boolean yes = body.confirmed();
        Whistle before = sheet.whistle();
        Whistle after = before.confirm(sheet.post(by), yes);
        Sealed reason = words.sealOrNull(body.reason());
        if (!yes && reason == null) {
            throw Problem.invalid("reason", "is needed where it is not confirmed");
        }
        row.confirmedAt = now;
        row.refusal = yes || reason == null ? null : reason.value();
        Outcome outcome = Outcome.of(after, new WhistleConfirmed(row.id, yes, reason));
        if (!yes) {
            return outcome.stoppingAll(sheet);
        }
        outcome = outcome.stopping(row.id, Act.WHISTLE_CONFIRM);
        if (before.sounds()) {
            return outcome;
        }
        row.soundedAt = now;
        row.showToCalled(after.calls().keySet());
        return outcome.starting(ticket -> clocks.sounding(sheet, ticket, now));
    }

    /** @param substitute who comes for the department; null where it comes itself */
    Outcome sign(@Nullable Unit substitute, Sheet sheet, Scope by, Instant now) {
        CallRow call = sheet.own(by);
        Whistle after = sheet.whistle().sign(call.department);
        if (substitute != null) {
            boolean ofLine = call.line != null && call.line.equals(substitute.line());
            if (!ofLine && !call.department.equals(substitute.superior())) {
                throw Problem.invalid("substitute", "must be a unit of the department's own line");
            }
            call.substitute = substitute.id();
            sheet.row().showToCalled(List.of(substitute.id()));
        }
        call.signedAt = now;
        return Outcome.of(after, new WhistleSigned(sheet.row().id, call.department))
                .stopping(call.id, Act.WHISTLE_SIGN);
    }

    Outcome share(Share body, Sheet sheet, Scope by, Instant now) {
        CallRow call = sheet.call("department", body.department());
        Whistle after = sheet.whistle().share(sheet.post(by), call.department);
        Instant until = body.until().toInstant().truncatedTo(ChronoUnit.MILLIS);
        if (!until.isAfter(now)) {
            throw Problem.invalid("until", "must be after " + now);
        }
        Sealed share = words.seal(body.share());
        call.shareWords = share.value();
        call.shareUntil = until;
        return Outcome.of(after, new ShareAgreed(sheet.row().id, call.department, share, until))
                .stopping(call.id, Act.WHISTLE_SHARE)
                .starting(ticket -> clocks.share(sheet.row(), call, ticket, until, now));
    }

    Outcome finish(String result, Sheet sheet, Scope by) {
        CallRow call = sheet.own(by);
        Whistle after = sheet.whistle().finish(call.department);
        Sealed sealed = words.seal(result);
        call.shareResult = sealed.value();
        return Outcome.of(after, new ShareDone(sheet.row().id, call.department, sealed))
                .stopping(call.id, Act.WHISTLE_SHARE);
    }

    /** Whoever is called, and the blower's side; a department's first word is its contact. */
    Outcome note(String text, Sheet sheet, Scope by, Instant now) {
        Whistle after = sheet.whistle().note();
        String unit = sheet.isCalled(by) ? by.unit() : sheet.post(by).unit();
        if (unit == null || (!sheet.isCalled(by) && sheet.post(by).rank() == Rank.OTHER)) {
            throw Problem.forbidden("Notes are made by those who are called, and by the blower's side.");
        }
        Sealed note = words.seal(text);
        Outcome outcome = Outcome.of(after, new WhistleNoted(sheet.row().id, unit, note))
                .adding(NoteRow.of(Ids.next(), sheet.row().id, unit, note, false, now));
        return sheet.isCalled(by) ? outcome.stopping(sheet.own(by).id, Act.WHISTLE_CONTACT) : outcome;
    }

    Outcome close(Closing body, Sheet sheet, Scope by, Instant now) {
        WhistleRow row = sheet.row();
        Whistle after = sheet.whistle().close(sheet.post(by), body);
        Sealed outcome = words.seal(body.outcome());
        row.closedAt = now;
        row.outcome = outcome.value();
        row.legalOutcome =
                body.legalOutcome() == null ? null : References.withoutNumbers("legalOutcome", body.legalOutcome());
        row.milestones =
                body.milestones() == null ? null : words.seal(json(body)).value();
        Outcome closed = Outcome.of(after, new WhistleClosed(row.id, outcome, row.region, after.solvedBy()))
                .stoppingAll(sheet);
        return sheet.rule().closesWith() == ClosesWith.SCENE_SAFE
                ? closed.starting(ticket -> clocks.ofBlower(Act.WHISTLE_REPORT, row, ticket, now))
                : closed;
    }

    /** The written report after an emergency. */
    Outcome report(String text, Sheet sheet, Scope by, Instant now) {
        WhistleRow row = sheet.row();
        Whistle after = sheet.whistle().report(sheet.post(by));
        Sealed note = words.seal(text);
        row.reportedAt = now;
        return Outcome.of(after, new WhistleNoted(row.id, row.blowerUnit, note))
                .stopping(row.id, Act.WHISTLE_REPORT)
                .adding(NoteRow.of(Ids.next(), row.id, row.blowerUnit, note, true, now));
    }

    private String json(Closing body) {
        try {
            return mapper.writeValueAsString(body.milestones());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("milestones cannot be written", e);
        }
    }
}
