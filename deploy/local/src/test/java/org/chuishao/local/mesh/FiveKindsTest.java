package org.chuishao.local.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuishao.local.mesh.CalledIn.SITE;
import static org.chuishao.local.mesh.CalledIn.department;
import static org.chuishao.local.mesh.CalledIn.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.chuishao.local.Service;
import org.chuishao.local.TemporaryMesh;
import org.chuishao.mesh.scope.Roles;
import org.chuishao.testkit.Bearer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each of the five kinds of whistle once through all services, each step by the token of whose it is. */
@ExtendWith(SharedMesh.class)
@Timeout(900)
class FiveKindsTest {

    private static final String TOWN = "210102001";
    private static final String COMMUNITY = TOWN + "005";
    private static final String GRID = COMMUNITY + "101";
    private static final String GAS = "U-GAS-CO-210102";
    private static final String HEATING = "U-HEATING-210102";
    private static final String HEATING_COMPANY = "U-HEATING-CO-210102";
    private static final String POLICE = "U-PUBLIC_SECURITY-210102";
    private static final Bearer WORKER =
            Bearer.of(Roles.GRID_WORKER).subject("w-" + GRID).worker("W-" + GRID + "-1");
    private static final Bearer COMMUNITY_DESK = desk(COMMUNITY);
    private static final Bearer TOWN_DESK = desk(TOWN);
    private static final Bearer TOWN_LEADER =
            Bearer.of(Roles.SUPERVISOR).subject("leader-" + TOWN).regions(TOWN);
    private static final Bearer PROVINCE = Bearer.of(Roles.AUDITOR).regions("21");
    private static final Map<String, ?> NOTHING = Map.of();
    private static final Map<String, ?> HERE = Map.of("position", SITE);
    private static final Map<String, Object> COMPLAINT = Map.of(
            "channel", "WEB",
            "kind", "COMPLAINT",
            "title", "夜市占道经营",
            "content", "流动摊贩占道经营",
            "caller", Map.of("name", "张三", "phone", "13812341234"),
            "place", Map.of("text", "小区门前", "region", COMMUNITY));

    @Test
    void anEmergencyOpensItsTicketSoundsAtOnceAndClosesWhenTheSceneIsSafe(TemporaryMesh mesh)
            throws InterruptedException {
        CalledIn whistle = new CalledIn(
                mesh,
                WORKER,
                Map.of(
                        "kind",
                        "EMERGENCY",
                        "danger",
                        true,
                        "found",
                        Map.of("title", "煤气味", "content", "楼道里有煤气味"),
                        "region",
                        GRID,
                        "matter",
                        "请到现场",
                        "site",
                        SITE,
                        "departments",
                        List.of(GAS)));
        whistle.refused(403, WORKER, "confirmations", Map.of("confirmed", true))
                .step(COMMUNITY_DESK, "confirmations", Map.of("confirmed", true))
                .step(department(GAS), "signatures", NOTHING)
                .step(department(GAS), "arrivals", HERE)
                .stands(WORKER, GAS, "ON_SITE", 0)
                .refused(403, COMMUNITY_DESK, "closure", Map.of("outcome", "已关阀", "sceneSafe", true))
                .refused(400, WORKER, "closure", Map.of("outcome", "已关阀"))
                .step(WORKER, "closure", Map.of("outcome", "已关阀", "sceneSafe", true))
                .step(WORKER, "reports", Map.of("text", "书面报告"))
                .step(department(GAS), "ratings", Map.of("response", 5, "attitude", 5, "solution", 5));
        whistle.told("grid.reported", 1).told("whistle.blown", 1).told("whistle.closed", 1);
        assertIsATicket(whistle);
    }

    @Test
    void anIndustryWhistleWithoutATicketTeachesTheCatalogueWhoCame(TemporaryMesh mesh) throws InterruptedException {
        CalledIn whistle = new CalledIn(
                mesh,
                COMMUNITY_DESK,
                Map.of(
                        "kind",
                        "INDUSTRY",
                        "found",
                        Map.of("title", "路口不好走", "content", "请来看看", "category", "ROADS"),
                        "region",
                        COMMUNITY,
                        "matter",
                        "请到现场",
                        "site",
                        SITE,
                        "departments",
                        List.of(GAS)));
        assertIsATicket(whistle);
        whistle.step(department(GAS), "signatures", NOTHING)
                .step(department(GAS), "arrivals", HERE)
                .step(COMMUNITY_DESK, "closure", Map.of("outcome", "已更换"))
                .told("whistle.closed", 1);
        whistle.shown(
                Service.ROUTING,
                "/api/v1/catalogue/proposals?limit=500",
                Bearer.of(Roles.ADJUDICATOR).regions("210102"),
                page -> StreamSupport.stream(page.path("items").spliterator(), false)
                        .anyMatch(it -> it.path("ticket")
                                        .asText()
                                        .equals(whistle.ticket().toString())
                                && it.path("category").asText().equals("ROADS")
                                && it.path("solved").path(0).asText().equals(GAS)));
    }

    @Test
    void theOtherThreeAreAboutATicketThatThereIs(TemporaryMesh mesh) throws InterruptedException {
        UUID ticket = new Walk(mesh, COMPLAINT)
                .intake(Roles.AGENT, "acceptances", NOTHING)
                .stands("PENDING_SIGN")
                .unit("signatures", NOTHING)
                .stands("IN_PROGRESS")
                .id();
        enforcement(mesh, ticket);
        coordination(mesh, ticket);
        hardProblem(mesh, ticket).told("whistle.blown", 3).told("whistle.closed", 3);
    }

    /** The town's own, closed with a legal outcome. */
    private static void enforcement(TemporaryMesh mesh, UUID ticket) throws InterruptedException {
        CalledIn whistle = blown(mesh, ticket, TOWN_DESK, "ENFORCEMENT", POLICE);
        whistle.step(department(POLICE), "signatures", NOTHING)
                .refused(403, COMMUNITY_DESK, "arrivals", Map.of("department", POLICE))
                .step(TOWN_DESK, "arrivals", Map.of("department", POLICE))
                .refused(400, TOWN_DESK, "closure", Map.of("outcome", "已处罚"))
                .step(TOWN_DESK, "closure", Map.of("outcome", "已处罚", "legalOutcome", "DOC-2026-118"));
        assertThat(whistle.phase(TOWN_DESK)).isEqualTo("CLOSED");
    }

    /** The community's, which the town approves, closed when all shares of the work are done. */
    private static void coordination(TemporaryMesh mesh, UUID ticket) throws InterruptedException {
        CalledIn whistle = blown(mesh, ticket, COMMUNITY_DESK, "COORDINATION", HEATING);
        assertThat(whistle.seenBy(department(HEATING))).isFalse();
        whistle.step(TOWN_DESK, "confirmations", Map.of("confirmed", true))
                .step(department(HEATING), "signatures", Map.of("substitute", HEATING_COMPANY))
                .step(department(HEATING_COMPANY), "arrivals", HERE)
                .step(
                        COMMUNITY_DESK,
                        "shares",
                        Map.of("department", HEATING, "share", "清理", "until", "2199-01-01T00:00:00Z"))
                .refused(409, COMMUNITY_DESK, "closure", Map.of("outcome", "办结"))
                .step(department(HEATING_COMPANY), "results", Map.of("text", "已清理"))
                .step(COMMUNITY_DESK, "closure", Map.of("outcome", "办结"));
        assertThat(whistle.phase(COMMUNITY_DESK)).isEqualTo("CLOSED");
    }

    /** The town's leader's, who wants a leader there, closed with a plan. */
    private static CalledIn hardProblem(TemporaryMesh mesh, UUID ticket) throws InterruptedException {
        List<?> plan = List.of(Map.of("what", "完成改造", "until", "2199-01-01T00:00:00Z"));
        CalledIn whistle = blown(mesh, ticket, TOWN_LEADER, "HARD_PROBLEM", HEATING);
        whistle.refused(400, department(HEATING), "arrivals", HERE)
                .step(department(HEATING), "arrivals", Map.of("position", SITE, "leader", true))
                .step(TOWN_LEADER, "closure", Map.of("outcome", "立项", "milestones", plan));
        assertThat(whistle.phase(TOWN_LEADER)).isEqualTo("CLOSED");
        return whistle;
    }

    private static CalledIn blown(TemporaryMesh mesh, UUID ticket, Bearer blower, String kind, String department)
            throws InterruptedException {
        return new CalledIn(mesh, ticket, blower, CalledIn.blow(ticket, kind, List.of(department)));
    }

    /** Numbered by intake, and dispatched by routing like any other. */
    private static void assertIsATicket(CalledIn whistle) {
        JsonNode ticket =
                whistle.shown(Service.INTAKE, "/api/v1/tickets/" + whistle.ticket(), PROVINCE, it -> it.path("state")
                        .asText()
                        .equals("PENDING_SIGN"));
        assertThat(ticket.path("number").asText()).isNotEmpty();
        assertThat(ticket.path("channel").asText()).isEqualTo("GRID");
    }
}
