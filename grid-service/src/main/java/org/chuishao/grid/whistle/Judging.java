package org.chuishao.grid.whistle;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.chuishao.grid.whistle.Bodies.Decision;
import org.chuishao.grid.whistle.Bodies.Objecting;
import org.chuishao.grid.whistle.Bodies.Rating;
import org.chuishao.grid.words.Words;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.event.WhistleEvent.ObjectionDecided;
import org.chuishao.mesh.event.WhistleEvent.WhistleObjected;
import org.chuishao.mesh.event.WhistleEvent.WhistleRated;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.time.Ids;

/** What the two sides of a whistle think of it: objections and who decides on them, and marks. */
@ApplicationScoped
class Judging {

    private final Words words;
    private final WhistleClocks clocks;

    Judging(Words words, WhistleClocks clocks) {
        this.words = words;
        this.clocks = clocks;
    }

    /** Its clocks run on until the objection is decided. */
    Outcome object(Objecting body, Sheet sheet, Scope by, Instant now) {
        CallRow call = sheet.own(by);
        Whistle after = sheet.whistle().object(call.department);
        Sealed ground = words.seal(body.ground());
        call.improper = body.improper();
        call.ground = ground.value();
        return Outcome.of(after, new WhistleObjected(sheet.row().id, call.department, body.improper(), ground))
                .starting(ticket -> clocks.ofCall(Act.WHISTLE_OBJECTION, sheet.row(), call, ticket, now));
    }

    Outcome decide(String department, Decision body, Sheet sheet) {
        CallRow call = sheet.calls().stream()
                .filter(it -> it.department.equals(department))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("objection"));
        Whistle after = sheet.whistle().decide(department, body.upheld());
        Sealed reason = words.seal(body.reason());
        call.decision = reason.value();
        Outcome outcome = Outcome.of(
                after, new ObjectionDecided(sheet.row().id, department, body.upheld(), reason, call.improper));
        return body.upheld() ? outcome.stoppingAllOf(call.id) : outcome.stopping(call.id, Act.WHISTLE_OBJECTION);
    }

    Outcome rate(Rating body, Sheet sheet, Scope by) {
        WhistleRow row = sheet.row();
        boolean called = sheet.isCalled(by);
        if (!called && !row.blower().equals(sheet.post(by))) {
            throw Problem.forbidden("The blower rates the departments, and they the blower.");
        }
        CallRow call = called ? sheet.own(by) : sheet.call("of", body.of());
        Whistle whistle = sheet.whistle();
        whistle.rate(call.department);
        String from = called ? call.department : row.blowerUnit;
        String of = called ? row.blowerUnit : call.department;
        if (sheet.hasRated(from, of)) {
            throw Problem.conflict("It has been rated already.");
        }
        WhistleRated rated = new WhistleRated(row.id, from, of, body.response(), body.attitude(), body.solution());
        return Outcome.of(whistle, rated).adding(RatingRow.of(Ids.next(), rated));
    }
}
