package org.chuishao.routing.proposal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.log.Idempotency;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.scope.Scopes;
import org.chuishao.routing.catalogue.CurrentRules;
import org.chuishao.routing.catalogue.Entry;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Accepts what a conference decided or a whistle taught into the dispatch catalogue, from the same day on, or refuses it. */
@ApplicationScoped
class JudgeProposal {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Scopes scopes;
    private final CurrentScope scope;
    private final Idempotency idempotency;
    private final CurrentRules rules;
    private final Clock clock;
    private final Sealer sealer;
    private final ObjectMapper mapper;

    JudgeProposal(
            Scopes scopes,
            CurrentScope scope,
            Idempotency idempotency,
            CurrentRules rules,
            Clock clock,
            Sealer sealer,
            ObjectMapper mapper) {
        this.scopes = scopes;
        this.scope = scope;
        this.idempotency = idempotency;
        this.rules = rules;
        this.clock = clock;
        this.sealer = sealer;
        this.mapper = mapper;
    }

    /**
     * What is decided about it.
     *
     * @param byItself whether what is like it is dispatched without a person from then on
     * @param reason for those who keep the catalogue; kept sealed
     */
    record Verdict(
            @NotNull Boolean accepted,

            @Schema(
                    description = "Whether what is like it is dispatched without a person; if it is not said, as the"
                            + " catalogue has it there, and not where it has nothing")
            @Nullable
            Boolean byItself,

            @NotBlank @Size(max = 2_000) String reason) {}

    /** @param entry what the catalogue says from now on; null where it was refused */
    record Answer(
            UUID id,
            UUID ticket,
            boolean accepted,
            @Nullable Entry entry) {}

    @Command
    @WithTransaction
    Uni<Reply> judge(IdempotentCall call, UUID proposal, Verdict verdict) {
        return scopes.enter().chain(() -> idempotency.once(call, () -> judge(proposal, verdict)));
    }

    private Uni<Reply> judge(UUID id, Verdict verdict) {
        Scope who = scope.get();
        return Proposal.<Proposal>findById(id, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("proposal"))
                .invoke(JudgeProposal::requireWaiting)
                .chain(found -> {
                    Entry entry = verdict.accepted() ? entry(found, verdict.byItself()) : null;
                    found.decide(verdict.accepted(), sealer.seal(verdict.reason()), who.subject(), clock.instant());
                    return (entry == null ? Uni.createFrom().voidItem() : Additions.add(found, entry))
                            .chain(() -> Additions.audit(who, found))
                            .map(done -> reply(found, verdict, entry));
                });
    }

    private static void requireWaiting(Proposal it) {
        if (it.verdict != null) {
            throw Problem.conflict("it was decided already", Map.of("verdict", it.verdict));
        }
    }

    /** Who gets a copy stays as the catalogue has it there. */
    private Entry entry(Proposal it, @Nullable Boolean byItself) {
        LocalDate today = clock.instant().atZone(CHINA).toLocalDate();
        Entry present =
                rules.get().catalogue().find(it.category, it.region, today).orElse(null);
        Lesson says = it.lesson(present)
                .orElseThrow(() -> Problem.conflict("the catalogue says so already: refuse it", Map.of()));
        Entry entry = new Entry(
                it.category,
                it.region,
                says.lead(),
                says.assisting(),
                present == null ? List.of() : copies(present, it),
                byItself(byItself, present),
                today,
                null,
                basis(it.source) + ": proposal " + it.id);
        try {
            rules.get().requireFit(entry);
        } catch (IllegalArgumentException e) {
            throw Problem.conflict("the catalogue cannot take it: " + e.getMessage(), Map.of());
        }
        return entry;
    }

    private static List<String> copies(Entry present, Proposal it) {
        List<String> released = List.of(it.released);
        return present.copies().stream()
                .filter(copy -> !released.contains(Lesson.unit(copy, it.region)))
                .toList();
    }

    private static String basis(Proposal.Source source) {
        return switch (source) {
            case CONFERENCE -> "争议裁定入目录 / a conference named the lead";
            case WHISTLE -> "吹哨办结入目录 / who was whistled for came and solved it";
            case OBJECTION -> "吹哨异议成立入目录 / whose duty it is not was released";
        };
    }

    /** Where there was no entry nothing goes out by itself before a named person has said so. */
    static boolean byItself(@Nullable Boolean said, @Nullable Entry present) {
        return said == null ? present != null && present.byItself() : said;
    }

    private Reply reply(Proposal it, Verdict verdict, @Nullable Entry entry) {
        return Reply.created(null, new Answer(it.id, it.ticket, verdict.accepted(), entry), mapper);
    }
}
