package org.chuishao.grid.mediation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.chuishao.grid.mediation.Bodies.Agreement;
import org.chuishao.grid.mediation.Bodies.Ending;
import org.chuishao.grid.mediation.Bodies.Obligation;
import org.chuishao.grid.mediation.Bodies.Revisit;
import org.chuishao.grid.mediation.Bodies.Session;
import org.chuishao.grid.words.Words;
import org.chuishao.mesh.clock.Deadline;
import org.chuishao.mesh.event.MediationEvent.MediationEnded;
import org.chuishao.mesh.event.MediationEvent.MediationOutcome;
import org.chuishao.mesh.event.MediationEvent.MediationRevisited;
import org.chuishao.mesh.event.MediationEvent.MediationSessionHeld;
import org.chuishao.mesh.event.MediationEvent.Route;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The steps of a mediation after it was opened. */
@ApplicationScoped
class Steps {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Words words;
    private final SealedJson json;
    private final RevisitClock clock;

    Steps(Words words, SealedJson json, RevisitClock clock) {
        this.words = words;
        this.json = json;
        this.clock = clock;
    }

    Outcome meet(Session body, MediationRow row, Instant now) {
        Mediation after = row.mediation().meet();
        Instant heldAt = body.heldAt().toInstant().truncatedTo(ChronoUnit.MILLIS);
        if (heldAt.isAfter(now)) {
            throw Problem.invalid("heldAt", "must not be after " + now);
        }
        int n = row.sessions + 1;
        row.sessions = n;
        SessionRow session = SessionRow.of(row.id, n, heldAt, json.seal(body.record()));
        String said = "第" + n + "次调解，到场" + body.present().size() + "人";
        return Outcome.of(after, new MediationSessionHeld(row.id, n, said), session);
    }

    Outcome end(Ending body, MediationRow row, TicketState ticket, Instant now) {
        return body.outcome() == MediationOutcome.AGREED ? agree(body, row, ticket, now) : fail(body, row, now);
    }

    private Outcome agree(Ending body, MediationRow row, TicketState ticket, Instant now) {
        Mediation after = row.mediation().agree();
        if (body.terms() == null || body.terms().isBlank()) {
            throw Problem.invalid("terms", "are needed where they agreed");
        }
        require(body.route() == null, "route", "is for what failed: an agreement is revisited");
        List<Obligation> owed = body.obligations() == null ? List.of() : body.obligations();
        LocalDate today = now.atZone(CHINA).toLocalDate();
        for (int i = 0; i < owed.size(); i++) {
            require(!owed.get(i).by().isBefore(today), "obligations[" + i + "].by", "must not be before " + today);
        }
        List<Deadline> revisit = clock.of(row, ticket, now);
        row.agreedAt = now;
        row.revisitBy = revisit.isEmpty() ? null : revisit.get(0).dueAt();
        OutcomeRow kept = OutcomeRow.agreed(row, json.seal(new Agreement(body.terms(), owed)), row.revisitBy, now);
        String said = "达成调解协议，约定事项" + owed.size() + "项";
        MediationEnded event = new MediationEnded(row.id, MediationOutcome.AGREED, null, said);
        return new Outcome(after, event, revisit, kept);
    }

    private Outcome fail(Ending body, MediationRow row, Instant now) {
        Mediation after = row.mediation().fail();
        Route route = body.route();
        if (route == null) {
            throw Problem.invalid("route", "is needed where they did not agree: it goes on somewhere");
        }
        require(body.terms() == null, "terms", "are for an agreement");
        require(body.obligations() == null, "obligations", "are for an agreement");
        row.route = route;
        row.endedAt = now;
        String said = "调解不成，转" + route.label();
        return Outcome.of(
                after,
                new MediationEnded(row.id, MediationOutcome.FAILED, route, said),
                OutcomeRow.failed(row, route, sealed(body.reason()), now));
    }

    Outcome revisit(Revisit body, MediationRow row, Instant now) {
        boolean kept = body.kept();
        Route route = body.route();
        Mediation before = row.mediation();
        Mediation after = kept ? before.kept() : before.broken(route == null);
        require(!kept || route == null, "route", "is for what is not kept");
        row.revisitedAt = now;
        row.kept = kept;
        row.route = route;
        if (after.phase() == Mediation.Phase.MEDIATING) {
            row.agreedAt = null;
            row.revisitBy = null;
        } else {
            row.endedAt = now;
        }
        MediationRevisited event = new MediationRevisited(row.id, kept, route, "回访：" + found(kept, route));
        return Outcome.of(after, event, RevisitRow.of(row, kept, route, sealed(body.note()), now));
    }

    private static String found(boolean kept, @Nullable Route route) {
        if (kept) {
            return "协议已履行";
        }
        return route == null ? "协议未履行，再次调解" : "协议未履行，转" + route.label();
    }

    private @Nullable String sealed(@Nullable String text) {
        Sealed sealed = words.sealOrNull(text);
        return sealed == null ? null : sealed.value();
    }

    private static void require(boolean fits, String field, String message) {
        if (!fits) {
            throw Problem.invalid(field, message);
        }
    }
}
