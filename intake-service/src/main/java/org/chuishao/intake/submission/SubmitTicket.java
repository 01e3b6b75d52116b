package org.chuishao.intake.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chuishao.intake.IntakeConfig;
import org.chuishao.intake.number.TicketNumbers;
import org.chuishao.intake.place.KnownRegions;
import org.chuishao.intake.ticket.Receipt;
import org.chuishao.intake.ticket.Vault;
import org.chuishao.mesh.event.Actor;
import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.IntakeEvent.Channel;
import org.chuishao.mesh.event.IntakeEvent.TicketAccepted;
import org.chuishao.mesh.event.IntakeEvent.TicketReceived;
import org.chuishao.mesh.event.Source;
import org.chuishao.mesh.fold.State;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.problem.FieldError;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.time.Ids;
import org.jspecify.annotations.Nullable;

/** Takes a ticket in, and accepts it at once where an agent has the citizen on the phone. */
@ApplicationScoped
class SubmitTicket {

    private final SubmissionRules rules;
    private final Wording wording;
    private final Vault vault;
    private final TicketNumbers numbers;
    private final Submissions submissions;
    private final IntakeConfig config;
    private final ObjectMapper json;
    private final Clock clock;

    SubmitTicket(
            KnownRegions regions,
            Wording wording,
            Vault vault,
            TicketNumbers numbers,
            Submissions submissions,
            IntakeConfig config,
            ObjectMapper json,
            Clock clock) {
        this.rules = new SubmissionRules(regions, config.bounds());
        this.wording = wording;
        this.vault = vault;
        this.numbers = numbers;
        this.submissions = submissions;
        this.config = config;
        this.json = json;
        this.clock = clock;
    }

    @Command
    Uni<Reply> submit(Scope by, TicketRequest request, @Nullable String key) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        IdempotentCall call = IdempotentCall.of(by.actor().id(), "/api/v1/tickets", key, request, json);
        List<FieldError> errors = rules.check(request, now);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        Origin origin = Origin.of(by, request);
        return numbers.next()
                .map(number -> submission(call, by.actor(), origin, request, number, now))
                .chain(submissions::add)
                .ifNoItem()
                .after(config.patience())
                .fail();
    }

    private Submission submission(
            IdempotentCall call, Actor actor, Origin origin, TicketRequest request, String number, Instant now) {
        UUID ticket = Ids.next();
        TicketReceived received = wording.received(request, origin, number);
        boolean accepted = request.channel() == Channel.PHONE;
        List<Event> events = new ArrayList<>(2);
        events.add(event(ticket, 0, actor, received, now));
        if (accepted) {
            events.add(event(ticket, 1, actor, new TicketAccepted(origin.region()), now));
        }
        Receipt receipt = new Receipt(ticket, number, accepted ? State.PENDING_DISPATCH : State.RECEIVED, 1);
        return new Submission(
                call,
                receipt,
                write(receipt),
                received,
                vault.seal("caller", ticket, request.caller()),
                vault.seal("call", ticket, request.call()),
                origin.region(),
                now,
                events);
    }

    private static Event event(UUID ticket, int basedOn, Actor actor, EventData data, Instant now) {
        return new Event(Ids.next(), ticket, Source.INTAKE, now, 1, null, basedOn, actor, data);
    }

    private String write(Receipt receipt) {
        try {
            return json.writeValueAsString(receipt);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a receipt", e);
        }
    }
}
