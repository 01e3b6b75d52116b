package org.chuishao.routing.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.chuishao.mesh.reference.Region;
import org.chuishao.mesh.reference.Unit;
import org.chuishao.mesh.reference.UnitKind;
import org.chuishao.testkit.LogProbe;
import org.chuishao.testkit.Topics;
import org.jspecify.annotations.Nullable;

/** A little of Shenyang and of Dalian on the reference topics, as grid would publish it. */
public final class Reference {

    public static final String COMMUNITY = "210102001002";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Region> REGIONS = List.of(
            new Region("21", 1, "辽宁省", null, false, null, null),
            new Region("2101", 2, "沈阳市", "21", false, null, null),
            new Region("210102", 3, "和平区", "2101", false, null, null),
            new Region("210102001", 4, "浑河湾街道", "210102", false, null, null),
            new Region(COMMUNITY, 5, "中华社区", "210102001", false, null, null),
            new Region("2102", 2, "大连市", "21", false, null, null),
            new Region("210211", 3, "甘井子区", "2102", false, null, null));
    private static final List<Unit> UNITS = List.of(
            unit("U-PUBLIC_SECURITY-2101", UnitKind.DEPARTMENT, "PUBLIC_SECURITY", "2101"),
            unit("U-HEATING-CO-210102", UnitKind.COMPANY, "HEATING", "210102"),
            unit("U-GAS-CO-210102", UnitKind.COMPANY, "GAS", "210102"),
            unit("U-PROPERTY-CO-210102", UnitKind.COMPANY, "PROPERTY", "210102"),
            unit("U-TERR-210102", UnitKind.COUNTY_DESK, null, "210102"),
            unit("U-TERR-210102001", UnitKind.TOWN, null, "210102001"),
            unit("U-TERR-" + COMMUNITY, UnitKind.COMMUNITY, null, COMMUNITY),
            unit("U-TERR-210211", UnitKind.COUNTY_DESK, null, "210211"));

    private Reference() {}

    /** Once a JVM; the topics are compacted, so a second time would do no harm. */
    static void publish(LogProbe log) {
        REGIONS.forEach(region -> log.write(Topics.REGIONS, region.code(), Map.of(), json(region)));
        UNITS.forEach(unit -> log.write(Topics.UNITS, unit.id(), Map.of(), json(unit)));
        // what tells a reader that it has all
        log.write(Topics.UNITS, "U-WATER-21", Map.of(), null);
        log.write(Topics.RULES, "end", Map.of(), "{}");
    }

    private static Unit unit(String id, UnitKind kind, @Nullable String line, String region) {
        return new Unit(id, id, kind, line, List.of(2, 4, 6, 9, 12).indexOf(region.length()) + 1, region, null, true);
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
