package org.chuishao.routing.classify;

import java.util.List;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.location.CountyOutlines;
import org.chuishao.mesh.reference.Region;
import org.chuishao.mesh.reference.RegionCode;
import org.chuishao.routing.category.Taxonomy;
import org.jspecify.annotations.Nullable;

/** An assessor for tests of other packages: by the rules alone, in one community. */
public final class Trial {

    public static final String COMMUNITY = "210102001002";

    private static final List<Region> REGIONS = List.of(
            region("21", "辽宁省", null),
            region("2101", "沈阳市", "21"),
            region("210102", "和平区", "2101"),
            region("210102001", "浑河湾街道", "210102"),
            region(COMMUNITY, "中华社区", "210102001"));

    private final Assessor assessor;

    private Trial(Assessor assessor) {
        this.assessor = assessor;
    }

    public static Trial with(Taxonomy taxonomy) {
        return new Trial(new Assessor(
                taxonomy, new KeywordClassifier(taxonomy), new Whereabouts(REGIONS, CountyOutlines.ofLiaoning()), 0.5));
    }

    public Assessment assess(String title, String text, Kind kind) {
        return assessor.assess(new Assessor.Words(title, text, null, kind, COMMUNITY, null));
    }

    private static Region region(String code, String name, @Nullable String parent) {
        return new Region(code, RegionCode.level(code).orElseThrow(), name, parent, false, null, null);
    }
}
