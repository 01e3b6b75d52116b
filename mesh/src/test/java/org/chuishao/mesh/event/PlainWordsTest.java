package org.chuishao.mesh.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What stands on the log in clear. Whoever adds a string to an event answers here what it is: words that a person typed
 * are not on any of these lists, they are {@link Sealed}.
 */
class PlainWordsTest {

    private static final Set<String> IDS = Set.of(
            "number",
            "sourceNumber",
            "callerHash",
            "knowledge",
            "reference",
            "minutes",
            "recording",
            "seal",
            "proof",
            "evidence",
            "signedOffBy",
            "grantedBy",
            "worker",
            "mediator",
            "department",
            "departments",
            "solved",
            "unit",
            "units",
            "leadUnit",
            "assistingUnits",
            "suggestedUnit",
            "copies",
            "region",
            "grid",
            "from",
            "to",
            "by",
            "of");
    private static final Set<String> CODES = Set.of(
            "ticket.received category",
            "ticket.info-requested missing",
            "ticket.declined reason",
            "ticket.transferred service",
            "ticket.withdrawn reason",
            "ticket.rework-ordered ground",
            "ticket.classified category",
            "ticket.dispatched category",
            "grid.reported category",
            "assignment.created role",
            "assignment.reassigned role",
            "assignment.reassigned cause",
            "ticket.notified role",
            "assignment.suspended cause",
            "assignment.resumed cause",
            "ticket.escalated cause",
            "ticket.supervised cause",
            "deadline.armed act",
            "deadline.approaching act",
            "deadline.missed act",
            "deadline.annulled act",
            "deadline.annulled cause",
            "deadline.excused act");
    private static final Set<String> SAID_BY_THE_RULES = Set.of(
            "ticket.classified model",
            "ticket.dispatched basis",
            "assignment.created reason",
            "mediation.opened words",
            "mediation.session-held words",
            "mediation.ended words",
            "mediation.revisited words",
            "assignment.reassigned reason",
            "deadline.armed rule");

    @Test
    void plain_strings_are_ids_codes_or_what_the_rules_say() {
        Set<String> known =
                Stream.of(CODES, SAID_BY_THE_RULES).flatMap(Set::stream).collect(Collectors.toSet());
        List<String> plain = Arrays.stream(EventType.values())
                .flatMap(type -> Arrays.stream(type.data().getRecordComponents())
                        .filter(PlainWordsTest::plain)
                        .filter(component -> !IDS.contains(component.getName()))
                        .map(component -> type.shortName() + ' ' + component.getName()))
                .toList();
        assertThat(plain).containsExactlyInAnyOrderElementsOf(known);
    }

    private static boolean plain(RecordComponent component) {
        return component.getGenericType().getTypeName().contains(String.class.getName());
    }
}
