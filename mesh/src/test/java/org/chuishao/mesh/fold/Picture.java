package org.chuishao.mesh.fold;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** All that the fold and the plain model both know of a ticket, in one form, to be held against each other. */
final class Picture {

    private Picture() {}

    static List<Object> of(TicketState it) {
        Map<UUID, List<Object>> units = new LinkedHashMap<>();
        it.assignments()
                .forEach((id, unit) -> units.put(
                        id,
                        Arrays.asList(
                                unit.unit(),
                                unit.worker(),
                                unit.lead(),
                                unit.parent(),
                                unit.round(),
                                unit.phase().name(),
                                unit.returnUsed(),
                                unit.contacted(),
                                unit.solved(),
                                name(unit.extension()))));
        return Arrays.asList(
                it.state().name(),
                it.round(),
                it.region(),
                name(it.severity()),
                it.category(),
                it.secret(),
                it.lead(),
                it.leadUnit(),
                it.returnBarred(),
                name(it.transfer()),
                it.parent(),
                it.citizenSolved(),
                List.of(it.returns(), it.reworks(), it.supervision(), it.infoAttempts(), it.callbackAttempts()),
                units);
    }

    static List<Object> of(PlainTicket it) {
        Map<UUID, List<Object>> units = new LinkedHashMap<>();
        it.units.forEach((id, unit) -> units.put(
                id,
                Arrays.asList(
                        unit.name,
                        unit.worker,
                        unit.lead,
                        unit.handedDownBy,
                        unit.round,
                        unit.phase,
                        unit.usedItsReturn,
                        unit.contacted,
                        unit.solved,
                        unit.extension)));
        return Arrays.asList(
                it.state,
                it.round,
                it.region,
                it.severity,
                it.category,
                it.secret,
                it.lead,
                it.leadUnit,
                it.leadNamedByConference,
                it.transfer,
                it.parent,
                it.citizenSolved,
                List.of(it.returns, it.reworks, it.supervision, it.infoAttempts, it.callbackAttempts),
                units);
    }

    private static String name(Enum<?> word) {
        return word == null ? null : word.name();
    }
}
