package org.chuishao.grid.whistle;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chuishao.grid.whistle.Bodies.Blow;
import org.chuishao.mesh.clock.CommandClocks;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.event.Sealed;
import org.chuishao.mesh.event.WhistleEvent.WhistleBlown;
import org.chuishao.mesh.fold.TicketState;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.log.Idempotency;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.log.Ledger;
import org.chuishao.mesh.log.Refusal;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.reference.Unit;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.scope.Scopes;

/** Blows a whistle about a ticket, or opens one with it: all departments are called at once, each with its own clocks. */
@ApplicationScoped
class BlowWhistle {

    private static final int TOWN = 9;

    private final Whistles whistles;
    private final OpenTicket open;
    private final KindRules rules;
    private final WhistleClocks starts;
    private final CommandClocks clocks;
    private final Ledger ledger;
    private final Idempotency idempotency;
    private final Scopes scopes;
    private final CurrentScope current;
    private final Sealer sealer;
    private final Clock clock;
    private final ObjectMapper mapper;

    BlowWhistle(
            Whistles whistles,
            OpenTicket open,
            KindRules rules,
            WhistleClocks starts,
            CommandClocks clocks,
            Ledger ledger,
            Idempotency idempotency,
            Scopes scopes,
            CurrentScope current,
            Sealer sealer,
            Clock clock,
            ObjectMapper mapper) {
        this.whistles = whistles;
        this.open = open;
        this.rules = rules;
        this.starts = starts;
        this.clocks = clocks;
        this.ledger = ledger;
        this.idempotency = idempotency;
        this.scopes = scopes;
        this.current = current;
        this.sealer = sealer;
        this.clock = clock;
        this.mapper = mapper;
    }

    @Command
    @WithTransaction
    Uni<Reply> blow(IdempotentCall call, Blow wanted, List<Unit> departments) {
        Scope by = current.get();
        return scopes.enter().chain(() -> idempotency.once(call, () -> blow(by, wanted, departments)));
    }

    private Uni<Reply> blow(Scope by, Blow wanted, List<Unit> departments) {
        return about(by, wanted).chain(about -> {
            String region = region(about.state(), wanted);
            return whistles.requireAtPost(by, region)
                    .chain(grid -> rules.holding(wanted.kind(), region)
                            .chain(rule -> whistles.site(region)
                                    .map(site -> sheet(by, about, wanted, departments, region, rule, site)))
                            .invoke(sheet -> sheet.row().blowerGrid = grid.orElse(null)))
                    .chain(sheet -> record(about.state(), sheet));
        });
    }

    private Uni<About> about(Scope by, Blow wanted) {
        UUID ticket = wanted.ticket();
        if (ticket == null) {
            return open.open(by, wanted);
        }
        if (wanted.found() != null) {
            throw Problem.invalid("found", "must be left out: the whistle is about a ticket that there is");
        }
        return whistles.requireTicket(ticket)
                .chain(known -> ledger.state(known))
                .map(state -> new About(ticket, state));
    }

    /** Where somebody is answerable: a town at least. */
    private static String region(TicketState ticket, Blow wanted) {
        if (ticket.state().settled()) {
            throw Refusal.of(ticket, "nothing is owed to the citizen any more");
        }
        String region = wanted.region() == null ? ticket.region() : wanted.region();
        if (region.length() < TOWN) {
            throw Problem.invalid("region", "is needed: of the ticket's place not even the town is known");
        }
        if (!region.startsWith(ticket.region()) && !ticket.region().startsWith(region)) {
            throw Problem.invalid("region", "does not lie where the ticket is");
        }
        return region;
    }

    private Sheet sheet(
            Scope by,
            About about,
            Blow wanted,
            List<Unit> departments,
            String region,
            KindRule rule,
            List<Double> point) {
        Instant now = clock.instant();
        boolean danger = Boolean.TRUE.equals(wanted.danger());
        List<String> names = departments.stream().map(Unit::id).toList();
        int quorum = wanted.quorum() == null ? names.size() : wanted.quorum();
        Whistle blown = Whistle.blow(rule, Post.of(by, region), danger, quorum, names);
        WhistleRow row = NewWhistle.of(wanted, about, region, blown, point, sealer, now);
        List<CallRow> calls = new ArrayList<>();
        for (Unit it : departments) {
            calls.add(NewWhistle.call(row.id, calls.size(), it));
        }
        Sheet sheet = new Sheet(row, calls, List.of(), rule);
        sheet.take(blown);
        return sheet;
    }

    private Uni<Reply> record(TicketState before, Sheet sheet) {
        WhistleRow row = sheet.row();
        UUID ticket = row.ticket;
        List<String> names = sheet.calls().stream().map(it -> it.department).toList();
        WhistleBlown event = new WhistleBlown(row.id, row.kind, row.region, names, new Sealed(row.matter));
        return whistles.add(List.of(row))
                .chain(() -> whistles.add(sheet.calls()))
                .chain(() -> ledger.record(before, ticket, null, event))
                .chain(after -> clocks.arm(
                        after,
                        row.phase == Whistle.Phase.SOUNDED ? starts.sounding(sheet, after, row.blownAt) : List.of()))
                .chain(after -> clocks.arm(
                        after, row.confirmed == null ? starts.confirming(row, after, row.blownAt) : List.of()))
                .map(after -> Reply.created("/api/v1/whistles/" + row.id, HandledWhistle.of(sheet), mapper));
    }
}
