package org.chuishao.grid.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import org.chuishao.mesh.calendar.ClockRule;
import org.chuishao.mesh.clock.PublishedRule;
import org.chuishao.mesh.clock.Rulebook;
import org.chuishao.mesh.log.Command;
import org.chuishao.mesh.log.Idempotency;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.chuishao.mesh.log.IdempotentCall;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scope;
import org.chuishao.mesh.scope.Scopes;

/** Sets a rule or its next version: the table, the word of it to the other services and the audit commit together. */
@ApplicationScoped
class SetRule {

    private static final String LOCK = "select cast(pg_advisory_xact_lock(" + RuleRow.LOCK + ") as text)";
    private static final String STANDING = "select data from published_rule";
    private static final String KNOWN = """
            select (cast(?1 as text) is null or exists (select from region where code = ?1))
                and (cast(?2 as text) is null or exists (select from unit where line = ?2))
            """;
    private static final String END =
            "update clock_rule set valid_to = cast(cast(?3 as text) as date) where id = ?1 and version = ?2";
    private static final String SET = "insert into clock_rule select * from"
            + " json_populate_record(cast(null as clock_rule), cast(cast(?1 as text) as json))";
    private static final String PUBLISH = """
            insert into outbox (event_id, topic, key, attributes, data)
            select gen_random_uuid(), 'rules', 'rule/' || id, '{}', data from published_rule where id = ?1
            """;
    private static final String AUDIT =
            "insert into audit (role, actor, action, detail) values (?1, ?2, 'rule.set', ?3)";

    private final Idempotency idempotency;
    private final Scopes scopes;
    private final CurrentScope current;
    private final Rulebook rulebook;
    private final Clock clock;
    private final ObjectMapper mapper;

    SetRule(
            Idempotency idempotency,
            Scopes scopes,
            CurrentScope current,
            Rulebook rulebook,
            Clock clock,
            ObjectMapper mapper) {
        this.idempotency = idempotency;
        this.scopes = scopes;
        this.current = current;
        this.rulebook = rulebook;
        this.clock = clock;
        this.mapper = mapper;
    }

    /** @param decide by the rules that stand and the day, under the lock of whoever writes rules */
    @Command
    @WithTransaction
    Uni<Reply> set(BiFunction<List<ClockRule>, LocalDate, Setting> decide, IdempotentCall call) {
        return scopes.enter()
                .chain(() -> idempotency.once(call, () -> one(LOCK)
                        .chain(locked -> standing())
                        .map(standing -> decide.apply(standing, today()))
                        .invoke(setting ->
                                RuleScope.require(current.get(), setting.rule().region()))
                        .call(setting -> requireKnown(setting.rule()))
                        .call(this::write)
                        .map(setting -> reply(setting.rule()))));
    }

    private LocalDate today() {
        return clock.instant().atZone(rulebook.calendar().zone()).toLocalDate();
    }

    private Uni<Boolean> requireKnown(ClockRule rule) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(KNOWN, Boolean.class)
                        .setParameter(1, rule.region())
                        .setParameter(2, rule.line())
                        .getSingleResult())
                .invoke(known -> {
                    if (!known) {
                        throw Problem.invalid(
                                rule.line() == null ? "region" : "line",
                                "is unknown: no such region, or no unit of the line");
                    }
                });
    }

    private Uni<List<ClockRule>> standing() {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(STANDING, String.class).getResultList())
                .map(rows -> rows.stream()
                        .flatMap(row -> parsed(row).toRules().stream())
                        .toList());
    }

    private Uni<Void> write(Setting setting) {
        ClockRule ended = setting.ended();
        ClockRule rule = setting.rule();
        Scope scope = current.get();
        Uni<Integer> end = ended == null
                ? Uni.createFrom().item(0)
                : update(END, ended.id(), Integer.parseInt(ended.version()), String.valueOf(ended.validTo()));
        return end.chain(() -> update(SET, json(RuleRow.of(rule, clock.instant(), scope.subject(), true))))
                .chain(() -> update(PUBLISH, rule.id()))
                .chain(() -> update(AUDIT, scope.role(), scope.subject(), rule.name()))
                .replaceWithVoid();
    }

    private static Uni<String> one(String sql) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(sql, String.class).getSingleResultOrNull());
    }

    private static Uni<Integer> update(String sql, Object... values) {
        return Panache.getSession().chain(session -> {
            var query = session.createNativeQuery(sql);
            for (int i = 0; i < values.length; i++) {
                query.setParameter(i + 1, values[i]);
            }
            return query.executeUpdate();
        });
    }

    private Reply reply(ClockRule rule) {
        return Reply.created(RuleResource.PATH + "/" + rule.id(), RuleView.of(rule), mapper);
    }

    private PublishedRule parsed(String row) {
        try {
            return mapper.readValue(row, PublishedRule.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row of the rules cannot be read", e);
        }
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a rule", e);
        }
    }
}
