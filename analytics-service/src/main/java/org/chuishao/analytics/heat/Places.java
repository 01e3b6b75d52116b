package org.chuishao.analytics.heat;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chuishao.analytics.figures.Level;
import org.chuishao.analytics.heat.Heat.Counts;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.reference.Region;
import org.chuishao.mesh.reference.Regions;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Scope;

/** Every place of a level in the caller's scope, whether there is anything to count or not. */
@ApplicationScoped
class Places {

    /** In one answer; what is more belongs into several. */
    static final int MOST = 5_000;

    private final Regions regions;
    private final CurrentScope current;

    Places(Regions regions, CurrentScope current) {
        this.regions = regions;
        this.current = current;
    }

    /** @throws Problem 400 where there are more than an answer holds */
    List<Place> of(String region, Level level, Map<String, Counts> counted) {
        Map<String, Counts> all = new TreeMap<>();
        Scope scope = current.get();
        regions.all().stream()
                .map(Region::code)
                .filter(code -> code.length() == level.digits() && code.startsWith(region) && meets(scope, code))
                .forEach(code -> all.put(code, Counts.NONE));
        all.putAll(counted);
        if (all.size() > MOST) {
            throw Problem.invalid("level", "makes more than " + MOST + " places in this region");
        }
        List<Place> places = new ArrayList<>(all.size());
        all.forEach((code, counts) -> places.add(Place.of(code, regions.nameOf(code), counts)));
        return places;
    }

    private static boolean meets(Scope scope, String code) {
        return scope.regions().stream().anyMatch(own -> own.startsWith(code) || code.startsWith(own));
    }
}
