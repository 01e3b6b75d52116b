package org.chuishao.analytics.facts;

import org.chuishao.mesh.event.Meaning;

/** Facts to rows and back; a column has the name that the migration gave it. */
final class FactRows {

    private FactRows() {}

    static FactRow of(TicketFact fact) {
        Present now = fact.now();
        Firsts firsts = fact.firsts();
        Course course = fact.course();
        return new FactRow()
                .put("ticket_id", fact.ticket())
                .put("number", now.number())
                .put("state", now.state())
                .put("secret", now.secret())
                .put("region", now.region())
                .put("channel", now.channel())
                .put("kind", now.kind())
                .put("category", now.category())
                .put("lead_unit", now.leadUnit())
                .put("units", now.units())
                .put("parent", now.parent())
                .put("caller", firsts.caller())
                .put("received_at", firsts.receivedAt())
                .put("accepted_at", firsts.acceptedAt())
                .put("answered_at", firsts.answeredAt())
                .put("dispatched_at", firsts.dispatchedAt())
                .put("first_unit", firsts.unit())
                .put("dispatch_mode", firsts.mode())
                .put("dispatches", course.dispatches())
                .put("misdirected", course.misdirected())
                .put("reworks", now.reworks())
                .put("reopenings", course.reopenings())
                .put("closed_at", course.closedAt())
                .put("ground", course.ground())
                .put("solved", now.solved())
                .put("excluded", course.excluded())
                .put("meaning", fact.meaning() == null ? null : fact.meaning().value());
    }

    static TicketFact ticket(FactRow row) {
        Present now = new Present(
                row.text("number"),
                row.needed("state"),
                row.flag("secret"),
                row.needed("region"),
                row.needed("channel"),
                row.needed("kind"),
                row.needed("category"),
                row.text("lead_unit"),
                row.texts("units"),
                row.id("parent"),
                row.number("reworks"),
                row.maybe("solved"));
        Firsts firsts = new Firsts(
                row.text("caller"),
                row.time("received_at"),
                row.time("accepted_at"),
                row.time("answered_at"),
                row.time("dispatched_at"),
                row.text("first_unit"),
                row.text("dispatch_mode"));
        Course course = new Course(
                row.number("dispatches"),
                row.flag("misdirected"),
                row.number("reopenings"),
                row.time("closed_at"),
                row.text("ground"),
                row.flag("excluded"));
        String meaning = row.text("meaning");
        return new TicketFact(
                row.neededId("ticket_id"), now, firsts, course, meaning == null ? null : new Meaning(meaning));
    }

    static FactRow of(PartFact fact) {
        return new FactRow()
                .put("part", fact.part())
                .put("ticket_id", fact.ticket())
                .put("region", fact.region())
                .put("unit", fact.unit())
                .put("lead", fact.lead())
                .put("dispatched", fact.dispatched())
                .put("created_at", fact.createdAt())
                .put("signed_at", fact.signedAt())
                .put("contacted_at", fact.contactedAt())
                .put("arrived_at", fact.arrivedAt())
                .put("resolved_at", fact.resolvedAt())
                .put("return_asked_at", fact.returnAskedAt())
                .put("return_granted_at", fact.returnGrantedAt())
                .put("extended_at", fact.extendedAt());
    }

    static PartFact part(FactRow row) {
        return new PartFact(
                row.neededId("part"),
                row.neededId("ticket_id"),
                row.needed("region"),
                row.needed("unit"),
                row.flag("lead"),
                row.flag("dispatched"),
                row.neededTime("created_at"),
                row.time("signed_at"),
                row.time("contacted_at"),
                row.time("arrived_at"),
                row.time("resolved_at"),
                row.time("return_asked_at"),
                row.time("return_granted_at"),
                row.time("extended_at"));
    }

    static FactRow of(ClockFact fact) {
        return new FactRow()
                .put("deadline", fact.deadline())
                .put("ticket_id", fact.ticket())
                .put("part", fact.part())
                .put("region", fact.region())
                .put("unit", fact.unit())
                .put("lead", fact.lead())
                .put("act", fact.act())
                .put("due_at", fact.dueAt())
                .put("missed_due", fact.missedDue())
                .put("excused_due", fact.excusedDue())
                .put("annulled", fact.annulled())
                .put("done_at", fact.doneAt())
                .put("armed_at", fact.armedAt())
                .put("state", fact.state());
    }

    static ClockFact clock(FactRow row) {
        return new ClockFact(
                row.neededId("deadline"),
                row.neededId("ticket_id"),
                row.neededId("part"),
                row.needed("region"),
                row.needed("unit"),
                row.flag("lead"),
                CountedAct.valueOf(row.needed("act")),
                row.neededTime("due_at"),
                row.time("missed_due"),
                row.time("excused_due"),
                row.flag("annulled"),
                row.time("done_at"),
                row.time("armed_at"));
    }

    static FactRow of(CallbackFact fact) {
        return new FactRow()
                .put("ticket_id", fact.ticket())
                .put("round", fact.round())
                .put("region", fact.region())
                .put("unit", fact.unit())
                .put("attempts", fact.attempts())
                .put("reached", fact.reached())
                .put("called_at", fact.calledAt())
                .put("contacted", fact.contacted())
                .put("solved", fact.solved())
                .put("satisfaction", fact.satisfaction());
    }

    static CallbackFact callback(FactRow row) {
        return new CallbackFact(
                row.neededId("ticket_id"),
                row.number("round"),
                row.needed("region"),
                row.text("unit"),
                row.number("attempts"),
                row.flag("reached"),
                row.neededTime("called_at"),
                row.maybe("contacted"),
                row.maybe("solved"),
                row.text("satisfaction"));
    }
}
