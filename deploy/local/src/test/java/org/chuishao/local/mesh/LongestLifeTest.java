package org.chuishao.local.mesh;

import static org.chuishao.local.Service.INTAKE;
import static org.chuishao.local.Service.ROUTING;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.chuishao.local.TemporaryMesh;
import org.chuishao.mesh.scope.Roles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The longest life of a ticket, across Spring Festival 2026: 2/15 to 2/23 are off, the Saturdays 2/14 and 2/28 are worked,
 * offices are open from 08:30 to 12:00 and from 13:00 to 17:30. When each clock ends was counted by hand.
 */
@Timeout(900)
class LongestLifeTest {

    private static final String COMMUNITY = "210102001002";
    private static final String UNIT = "U-TERR-" + COMMUNITY;
    private static final Map<String, Object> REPORT = Map.of(
            "channel", "WEB",
            "kind", "REPORT",
            "title", "举报夜市占道经营",
            "content", "流动摊贩占道经营",
            "caller", Map.of("name", "张三", "phone", "13812341234"),
            "place", Map.of("text", "路口", "region", COMMUNITY));

    private static final Map<String, Object> NOTHING = Map.of();
    private static final Map<String, Object> REACHED = Map.of("reached", true);
    private static final Map<String, Object> RESULT =
            Map.of("solved", true, "result", "已清理", "evidence", List.of("photo-1"));
    private static final Map<String, Object> UNSOLVED =
            Map.of("reached", true, "contacted", true, "solved", false, "satisfaction", "NOT_SATISFIED");
    private static final Map<String, Object> SOLVED =
            Map.of("reached", true, "contacted", true, "solved", true, "satisfaction", "SATISFIED");

    @Test
    void everyClockOfTheLongestLifeEndsOnItsMinute() throws IOException, InterruptedException {
        try (TemporaryMesh mesh = TemporaryMesh.start(SharedMesh.PROJECT, 1)) {
            MeshTime time = new MeshTime(mesh);
            time.set("2026-02-12 10:00");
            Walk ticket =
                    new Walk(mesh, REPORT).stands("RECEIVED").clock(INTAKE, "ACCEPT", "RUNNING", "2026-02-12 12:00");
            beforeItsDispatch(ticket, time);
            returnedAndKept(ticket, time);
            extendedAndSuspended(ticket, time);
            reviewedAndSentBack(ticket, time);
            doneAgain(ticket, time);
            doneForTheThirdTime(ticket, time);
            closedAndTakenUpAgain(ticket, time);
        }
    }

    private static void beforeItsDispatch(Walk ticket, MeshTime time) {
        time.set("2026-02-12 10:30");
        ticket.intake(Roles.AGENT, "info-requests", Map.of("missing", List.of("FACT")))
                .stands("NEEDS_INFO")
                .clock(INTAKE, "ACCEPT", "STOPPED", "2026-02-12 12:00")
                .clock(INTAKE, "SUPPLEMENT", "RUNNING", "2026-02-24 10:30");
        time.set("2026-02-12 15:00");
        ticket.intake(Roles.AGENT, "supplements", Map.of("content", "每晚七点以后"))
                .stands("RECEIVED")
                .clock(INTAKE, "SUPPLEMENT", "STOPPED", "2026-02-24 10:30")
                .clock(INTAKE, "ACCEPT", "RUNNING", "2026-02-12 17:00");
        time.set("2026-02-12 15:30");
        ticket.intake(Roles.AGENT, "acceptances", NOTHING)
                .stands("PENDING_DISPATCH")
                .clock(INTAKE, "ACCEPT", "STOPPED", "2026-02-12 17:00")
                .clock(ROUTING, "DISPATCH", "RUNNING", "2026-02-12 17:30");
        time.set("2026-02-12 16:00");
        ticket.dispatched(UNIT)
                .stands("PENDING_SIGN")
                .clock(ROUTING, "DISPATCH", "STOPPED", "2026-02-12 17:30")
                .clock("SIGN", "RUNNING", "2026-02-13 09:00")
                .clock("SIGN_HARD", "RUNNING", "2026-02-13 16:00")
                .clock("CONTACT", "RUNNING", "2026-02-13 16:00")
                .clock("RESOLVE", "RUNNING", "2026-02-26 16:00")
                .clock(INTAKE, "CITIZEN", "RUNNING", "2026-02-26 10:00");
    }

    /** A return that is refused leaves the end where it was. */
    private static void returnedAndKept(Walk ticket, MeshTime time) {
        time.set("2026-02-13 08:45");
        ticket.unit("signatures", NOTHING)
                .unit("contacts", REACHED)
                .clock("SIGN", "STOPPED", "2026-02-13 09:00")
                .clock("SIGN_HARD", "STOPPED", "2026-02-13 16:00")
                .clock("CONTACT", "STOPPED", "2026-02-13 16:00");
        time.set("2026-02-13 09:30");
        ticket.unit("returns", Map.of("basis", "属城管职责", "suggestedUnit", "U-TERR-210102", "signedOffBy", "leader-1"))
                .stands("RETURN_REVIEW")
                .clock(ROUTING, "ADJUDICATE", "RUNNING", "2026-02-14 09:30");
        time.set("2026-02-14 09:00");
        ticket.returnDecided(false)
                .stands("IN_PROGRESS")
                .clock(ROUTING, "ADJUDICATE", "STOPPED", "2026-02-14 09:30")
                .clock("RESOLVE", "RUNNING", "2026-02-26 16:00");
    }

    /**
     * The citizen's own clock stands still for nobody: 57 working hours are left to the unit on 2/14 at 15:00, and run
     * again from 2/24 at 10:00.
     */
    private static void extendedAndSuspended(Walk ticket, MeshTime time) {
        String until = MeshTime.text("2026-03-03 16:00");
        time.set("2026-02-14 10:00");
        ticket.unit("extensions", Map.of("until", until, "reason", "等候联合执法"));
        time.set("2026-02-14 11:00");
        ticket.supervisor("extensions/decision", Map.of("granted", true, "until", until, "reason", "同意"))
                .clock("RESOLVE", "RUNNING", "2026-03-03 16:00");
        time.set("2026-02-14 15:00");
        ticket.supervisor("suspensions", Map.of("cause", "WEATHER", "reviewAt", MeshTime.text("2026-02-24 10:00")))
                .stands("SUSPENDED")
                .clock("SUSPENSION", "RUNNING", "2026-02-24 10:00")
                .clock("RESOLVE", "PAUSED", "2026-03-03 16:00");
        ticket.clock(INTAKE, "CITIZEN", "RUNNING", "2026-02-26 10:00");
        time.set("2026-02-24 10:00");
        ticket.stands("IN_PROGRESS").clock("RESOLVE", "RUNNING", "2026-03-04 11:00");
    }

    /** What is not up to standard goes on to the same end. */
    private static void reviewedAndSentBack(Walk ticket, MeshTime time) {
        time.set("2026-02-25 10:00");
        ticket.unit("resolutions", RESULT)
                .stands("PENDING_REVIEW")
                .clock("RESOLVE", "STOPPED", "2026-03-04 11:00")
                .clock(INTAKE, "REVIEW", "RUNNING", "2026-02-26 10:00");
        time.set("2026-02-25 16:00");
        ticket.intake(Roles.REVIEWER, "reviews", Map.of("passed", false, "remark", "缺照片"))
                .stands("IN_PROGRESS")
                .clock(INTAKE, "REVIEW", "STOPPED", "2026-02-26 10:00")
                .clock("RESOLVE", "RUNNING", "2026-03-04 11:00");
        time.set("2026-02-26 11:00");
        ticket.unit("resolutions", RESULT)
                .stands("PENDING_REVIEW")
                .clock("RESOLVE", "STOPPED", "2026-03-04 11:00")
                .clock(INTAKE, "REVIEW", "RUNNING", "2026-02-27 11:00")
                .clock(INTAKE, "CITIZEN", "MISSED", "2026-02-26 10:00");
        time.set("2026-02-26 14:00");
        ticket.intake(Roles.REVIEWER, "reviews", Map.of("passed", true))
                .stands("PENDING_CALLBACK")
                .clock(INTAKE, "REVIEW", "STOPPED", "2026-02-27 11:00")
                .clock(INTAKE, "CALLBACK", "RUNNING", "2026-03-02 14:00");
    }

    private static void doneAgain(Walk ticket, MeshTime time) {
        time.set("2026-02-27 09:00");
        ticket.intake(Roles.AGENT, "callbacks", UNSOLVED)
                .round(2)
                .stands("PENDING_SIGN")
                .clock(INTAKE, "CALLBACK", "STOPPED", "2026-03-02 14:00")
                .clock("SIGN", "RUNNING", "2026-02-27 11:00")
                .clock("SIGN_HARD", "RUNNING", "2026-02-28 09:00")
                .clock("CONTACT", "RUNNING", "2026-02-28 09:00")
                .clock("RESOLVE", "RUNNING", "2026-03-03 09:00");
        time.set("2026-02-27 10:00");
        ticket.unit("signatures", NOTHING).unit("contacts", REACHED).unit("resolutions", RESULT);
        ticket.stands("PENDING_REVIEW")
                .clock("RESOLVE", "STOPPED", "2026-03-03 09:00")
                .clock(INTAKE, "REVIEW", "RUNNING", "2026-02-28 10:00");
        time.set("2026-02-27 16:00");
        ticket.intake(Roles.REVIEWER, "reviews", Map.of("passed", true))
                .stands("PENDING_CALLBACK")
                .clock(INTAKE, "CALLBACK", "RUNNING", "2026-03-03 16:00");
    }

    /** Nobody signs in time on the Saturday that is worked, and the unit's leader is told. */
    private static void doneForTheThirdTime(Walk ticket, MeshTime time) {
        time.set("2026-02-28 09:30");
        ticket.intake(Roles.AGENT, "callbacks", UNSOLVED)
                .round(3)
                .stands("PENDING_SIGN")
                .clock("SIGN", "RUNNING", "2026-02-28 11:30")
                .clock("RESOLVE", "RUNNING", "2026-03-04 09:30");
        time.set("2026-02-28 11:31");
        ticket.clock("SIGN", "MISSED", "2026-02-28 11:30").isTold("ticket.escalated");
        ticket.unit("signatures", NOTHING).unit("contacts", REACHED);
        time.set("2026-03-02 10:00");
        ticket.unit("resolutions", RESULT)
                .stands("PENDING_REVIEW")
                .clock("RESOLVE", "STOPPED", "2026-03-04 09:30")
                .clock(INTAKE, "REVIEW", "RUNNING", "2026-03-03 10:00");
        ticket.intake(Roles.REVIEWER, "reviews", Map.of("passed", true))
                .stands("PENDING_CALLBACK")
                .clock(INTAKE, "CALLBACK", "RUNNING", "2026-03-05 10:00");
    }

    /** A third no brings supervision, not a fourth round; in the end it is archived. */
    private static void closedAndTakenUpAgain(Walk ticket, MeshTime time) {
        time.set("2026-03-03 09:00");
        ticket.intake(Roles.AGENT, "callbacks", UNSOLVED).isTold("ticket.supervised");
        ticket.intake(Roles.AGENT, "callbacks", SOLVED)
                .stands("CLOSED")
                .clock(INTAKE, "CALLBACK", "STOPPED", "2026-03-05 10:00")
                .clock(INTAKE, "REOPEN_WINDOW", "RUNNING", "2026-03-18 09:00");
        time.set("2026-03-10 09:00");
        ticket.intake(Roles.AGENT, "reopenings", Map.of("reason", "又来了"))
                .round(4)
                .stands("PENDING_DISPATCH")
                .clock(INTAKE, "REOPEN_WINDOW", "STOPPED", "2026-03-18 09:00")
                .clock(INTAKE, "CITIZEN", "RUNNING", "2026-03-17 09:00")
                .clock(ROUTING, "DISPATCH", "RUNNING", "2026-03-10 11:00");
        time.set("2026-03-10 09:30");
        ticket.dispatched(UNIT)
                .stands("PENDING_SIGN")
                .clock("SIGN", "RUNNING", "2026-03-10 11:30")
                .clock("SIGN_HARD", "RUNNING", "2026-03-11 09:30")
                .clock("CONTACT", "RUNNING", "2026-03-11 09:30")
                .clock("RESOLVE", "RUNNING", "2026-03-13 09:30");
        ticket.unit("signatures", NOTHING).unit("contacts", REACHED);
        time.set("2026-03-11 10:00");
        ticket.unit("resolutions", RESULT)
                .stands("PENDING_REVIEW")
                .intake(Roles.REVIEWER, "reviews", Map.of("passed", true))
                .stands("PENDING_CALLBACK");
        time.set("2026-03-12 10:00");
        ticket.intake(Roles.AGENT, "callbacks", SOLVED)
                .stands("CLOSED")
                .clock("RESOLVE", "STOPPED", "2026-03-13 09:30")
                .clock(INTAKE, "CITIZEN", "STOPPED", "2026-03-17 09:00")
                .clock(INTAKE, "REOPEN_WINDOW", "RUNNING", "2026-03-27 10:00");
        time.set("2026-03-27 10:01");
        ticket.stands("ARCHIVED");
    }
}
