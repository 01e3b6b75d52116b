package org.chuishao.grid.whistle;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chuishao.mesh.calendar.Act;
import org.chuishao.mesh.calendar.ClockRule;
import org.chuishao.mesh.calendar.Limit;
import org.chuishao.mesh.calendar.StartRule;
import org.chuishao.mesh.clock.Clocked;
import org.chuishao.mesh.clock.Counting;
import org.chuishao.mesh.clock.Deadline;
import org.chuishao.mesh.clock.Rulebook;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.time.Ids;
import org.jspecify.annotations.Nullable;

/** The clocks of a whistle and of the departments that it calls, by the clock rules of its kind. */
@ApplicationScoped
class WhistleClocks {

    private static final List<Act> OF_A_CALL = List.of(Act.WHISTLE_SIGN, Act.WHISTLE_CONTACT);

    private final Rulebook rulebook;

    WhistleClocks(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** From when it sounds: each department's own, and the whistle's. */
    List<Deadline> sounding(Sheet sheet, TicketState ticket, Instant now) {
        List<Deadline> clocks = new ArrayList<>();
        for (CallRow call : sheet.calls()) {
            Clocked whose = whose(sheet.row(), call.id, call.department, null, ticket);
            OF_A_CALL.forEach(act -> rulebook.counting().of(act, whose, now).ifPresent(clocks::add));
            arrival(sheet, call, whose, ticket, now).ifPresent(clocks::add);
        }
        clocks.addAll(ofBlower(Act.WHISTLE_CLOSE, sheet.row(), ticket, now));
        return clocks;
    }

    /** Of whoever has to stand behind it. */
    List<Deadline> confirming(WhistleRow row, TicketState ticket, Instant now) {
        return rulebook
                .counting()
                .of(Act.WHISTLE_CONFIRM, whose(row, row.id, row.blowerUnit, null, ticket), now)
                .stream()
                .toList();
    }

    List<Deadline> ofBlower(Act act, WhistleRow row, TicketState ticket, Instant now) {
        return rulebook.counting().of(act, whose(row, row.id, row.blowerUnit, row.blowerWorker, ticket), now).stream()
                .toList();
    }

    List<Deadline> ofCall(Act act, WhistleRow row, CallRow call, TicketState ticket, Instant now) {
        return rulebook.counting().of(act, whose(row, call.id, call.department, null, ticket), now).stream()
                .toList();
    }

    /** A share of the work ends when it was agreed to: an instant that is set and not counted. */
    List<Deadline> share(WhistleRow row, CallRow call, TicketState ticket, Instant until, Instant now) {
        Clocked whose = whose(row, call.id, call.department, null, ticket);
        return List.of(new Deadline(
                Ids.next(),
                row.ticket,
                whose.round(),
                call.id,
                Act.WHISTLE_SHARE,
                row.region,
                call.department,
                null,
                "agreed",
                rulebook.calendar().version(),
                false,
                new Limit(Limit.Unit.NATURAL_DAYS, 1),
                StartRule.AT_ONCE,
                now,
                until,
                null));
    }

    private Optional<Deadline> arrival(Sheet sheet, CallRow call, Clocked whose, TicketState ticket, Instant now) {
        Counting counting = rulebook.counting();
        Optional<ClockRule> ofLine = sheet.rule().byLine() && call.line != null
                ? counting.rule(Act.ARRIVE, of(whose, ticket.category()), call.line, now)
                : Optional.empty();
        return ofLine.or(() -> counting.rule(Act.WHISTLE_ARRIVE, whose, null, now))
                .map(rule -> counting.by(rule, rule.limit(), Act.WHISTLE_ARRIVE, whose, now))
                .map(it ->
                        sheet.row().reportInBy == null ? it : it.notAfter(sheet.row().reportInBy, rulebook.calendar()));
    }

    private static Clocked whose(WhistleRow row, UUID id, String unit, @Nullable String worker, TicketState ticket) {
        return new Clocked(
                row.ticket, ticket.round(), id, row.region, unit, worker, row.severity, row.kind.name(), ticket.seen());
    }

    private static Clocked of(Clocked it, @Nullable String category) {
        return new Clocked(
                it.ticket(),
                it.round(),
                it.assignment(),
                it.region(),
                it.unit(),
                it.worker(),
                it.severity(),
                category,
                it.seen());
    }
}
