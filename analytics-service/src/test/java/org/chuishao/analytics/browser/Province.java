package org.chuishao.analytics.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.chuishao.analytics.warning.window.Meant;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.reference.CategoryName;
import org.chuishao.mesh.reference.Region;
import org.chuishao.mesh.reference.Unit;
import org.chuishao.mesh.reference.UnitKind;
import org.chuishao.testkit.LogProbe;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.Topics;
import org.jspecify.annotations.Nullable;

/** A little of Shenyang and of Dalian, and what goes on there this morning; told to the log once. */
final class Province {

    static final String SHENYANG = "2101";
    static final String HEPING = "210102";
    static final String TOWN = "210102001";
    static final String COMMUNITY = "210102001002";
    static final String DALIAN = "2102";
    static final String GANJINGZI = "210211";
    static final String ELSEWHERE = "210211001001";

    static final String TOWN_DESK = "U-TERR-210102001";
    static final String COUNTY_DESK = "U-TERR-210102";
    static final String CITY_DESK = "U-TERR-2101";
    private static final String OTHER_DESK = "U-TERR-210211";
    static final String HOUSING = "U-HOUSING-210102";
    static final String ENFORCERS = "U-ENFORCEMENT-210102";

    static final String HEATING = "U-HEATING-210102";
    private static final String PROPERTY = "U-PROPERTY-210102";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NEIGHBOURS = 5;
    private static @Nullable Province told;

    private final LogProbe log = new LogProbe(Mesh.shared().bootstrapServers());
    private final Sealer sealer;
    private final Instant morning = Instant.now().minus(Duration.ofHours(2)).truncatedTo(ChronoUnit.SECONDS);

    /** Nobody has signed it, and the county was told. */
    final Order climbing;

    /** Two departments were called in, one came. */
    final Order whistled;

    final Order elsewhere;

    private Province(Sealer sealer) {
        this.sealer = sealer;
        places();
        climbing = order(COMMUNITY)
                .comesIn("caller-climbing")
                .goesTo(TOWN_DESK, Duration.ofMinutes(30))
                .isNotSigned(TOWN_DESK, COUNTY_DESK);
        whistled = order(COMMUNITY)
                .comesIn("caller-whistled")
                .goesTo(COUNTY_DESK, Duration.ofHours(30))
                .isSigned()
                .whistles(HOUSING, ENFORCERS);
        elsewhere = order(ELSEWHERE)
                .comesIn("caller-elsewhere")
                .goesTo(OTHER_DESK, Duration.ofMinutes(30))
                .isNotSigned(OTHER_DESK, "U-TERR-2102");
        neighbours(COMMUNITY);
        neighbours(ELSEWHERE);
        weeks();
    }

    /** What Heping has complained of in some weeks, each from another community: many, some, and of parking too few. */
    private void weeks() {
        for (int i = 0; i < 34; i++) {
            heping(i, i / 2, Order.COLD, "resident-" + i).isLedBy(HEATING);
        }
        for (int i = 0; i < 12; i++) {
            heping(i, 31 + i, Order.COLD, "resident-" + i).isLedBy(HEATING);
        }
        for (int i = 0; i < 14; i++) {
            heping(40 + i, i * 2, "PROPERTY_SERVICE", "owner-" + i).isLedBy(PROPERTY);
        }
        for (int i = 0; i < 8; i++) {
            heping(60 + i, i * 3, "STREET_CLEANING", "walker-" + i);
        }
        for (int i = 0; i < 3; i++) {
            heping(70 + i, i, "EMPLOYMENT", "worker-" + i);
        }
    }

    private Order heping(int community, int daysAgo, String category, String who) {
        return new Order(log, sealer, TOWN + (101 + community), morning.minus(Duration.ofDays(daysAgo)))
                .about(category)
                .comesIn(who);
    }

    static synchronized Province told(Sealer sealer) {
        if (told == null) {
            told = new Province(sealer);
        }
        return told;
    }

    /** One more, now. */
    Order order(String region) {
        return new Order(log, sealer, region, morning);
    }

    /** Something that happens while somebody looks. */
    Order calls(String region) {
        return new Order(log, sealer, region, Instant.now()).comesIn("caller-" + Instant.now());
    }

    /** So many people of one place about one matter that they are warned of. */
    void neighbours(String region) {
        for (int i = 0; i < NEIGHBOURS; i++) {
            order(region).comesIn("neighbour-" + region + i);
        }
    }

    /** So many who mean the same, of whom some are filed as property matters. */
    void neighboursInOtherWords(String region) {
        for (int i = 0; i < NEIGHBOURS; i++) {
            order(region)
                    .about(i < 3 ? Order.COLD : "PROPERTY_SERVICE")
                    .means(Meant.cold(i))
                    .comesIn("tenant-" + region + i);
        }
    }

    private void places() {
        region("2101", 2, "沈阳市");
        region(HEPING, 3, "和平区");
        region(TOWN, 4, "浑河湾街道");
        region(COMMUNITY, 5, "中华社区");
        region("210103", 3, "沈河区");
        region("2102", 2, "大连市");
        region(GANJINGZI, 3, "甘井子区");
        region("210211001", 4, "周水子街道");
        region(ELSEWHERE, 5, "虹港社区");
        region("21", 1, "辽宁省");
        unit(TOWN_DESK, "浑河湾街道办事处", UnitKind.TOWN, TOWN);
        unit(COUNTY_DESK, "和平区值班室", UnitKind.COUNTY_DESK, HEPING);
        unit(CITY_DESK, "沈阳市值班室", UnitKind.DEPARTMENT, SHENYANG);
        unit(OTHER_DESK, "甘井子区值班室", UnitKind.COUNTY_DESK, GANJINGZI);
        unit(HOUSING, "和平区住建局", UnitKind.DEPARTMENT, HEPING);
        unit(ENFORCERS, "和平区城管局", UnitKind.DEPARTMENT, HEPING);
        company(HEATING, "沈阳惠天和平供热公司", "HEATING");
        company(PROPERTY, "中华城物业服务中心", "PROPERTY");
        category(Order.COLD, "室温低于供暖标准");
        category("PROPERTY_SERVICE", "物业服务");
        category("STREET_CLEANING", "环境卫生");
        // what tells a reader that it has all
        log.write(Topics.UNITS, "U-WATER-21", Map.of(), null);
        log.write(Topics.RULES, "end", Map.of(), "{}");
    }

    private void region(String code, int level, String name) {
        String parent =
                level == 1 ? null : code.substring(0, List.of(0, 2, 4, 6, 9).get(level - 1));
        log.write(Topics.REGIONS, code, Map.of(), json(new Region(code, level, name, parent, false, null, null)));
    }

    private void unit(String id, String name, UnitKind kind, String region) {
        int level = List.of(2, 4, 6, 9, 12).indexOf(region.length()) + 1;
        log.write(Topics.UNITS, id, Map.of(), json(new Unit(id, name, kind, null, level, region, null, true)));
    }

    private void company(String id, String name, String line) {
        log.write(Topics.UNITS, id, Map.of(), json(new Unit(id, name, UnitKind.COMPANY, line, 3, HEPING, null, true)));
    }

    private void category(String code, String name) {
        log.write(Topics.CATEGORIES, code, Map.of(), json(new CategoryName(code, name, null)));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
