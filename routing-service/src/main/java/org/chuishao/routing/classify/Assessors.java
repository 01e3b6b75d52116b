package org.chuishao.routing.classify;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.chuishao.mesh.location.CountyOutlines;
import org.chuishao.mesh.reference.ReferenceCopies;
import org.chuishao.mesh.reference.Region;
import org.chuishao.mesh.reference.Regions;
import org.chuishao.routing.catalogue.CurrentRules;
import org.chuishao.routing.catalogue.Rules;
import org.chuishao.routing.place.Aliases;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/** The assessor by the present rules and regions; made anew when either has changed. */
@ApplicationScoped
public class Assessors {

    private final CountyOutlines outlines = CountyOutlines.ofLiaoning();
    private final CurrentRules rules;
    private final ReferenceCopies copies;
    private final Regions regions;
    private final Aliases aliases;
    private final RoutingConfig config;
    private volatile @Nullable Made made;

    Assessors(
            CurrentRules rules,
            @Readiness ReferenceCopies copies,
            Regions regions,
            Aliases aliases,
            RoutingConfig config) {
        this.rules = rules;
        this.copies = copies;
        this.regions = regions;
        this.aliases = aliases;
        this.config = config;
    }

    private record Made(Rules rules, Set<Region> regions, Whereabouts places, Assessor assessor) {}

    /** False until all regions and units have been read. */
    public boolean ready() {
        return copies.complete();
    }

    public Assessor get() {
        Made known = made;
        return (known == null || known.rules != rules.get() ? make() : known).assessor;
    }

    @Scheduled(every = "${chuishao.routing.rules-every}", delayed = "${chuishao.routing.rules-every}")
    void lookAgain() {
        Made known = made;
        if (known != null && !known.regions.equals(Set.copyOf(regions.all()))) {
            make();
        }
    }

    private synchronized Made make() {
        Rules present = rules.get();
        Set<Region> all = Set.copyOf(regions.all());
        Made known = made;
        Whereabouts places = known != null && known.regions.equals(all)
                ? known.places
                : new Whereabouts(all, outlines, aliases::get);
        Made next = new Made(
                present,
                all,
                places,
                new Assessor(present.taxonomy(), new KeywordClassifier(present.taxonomy()), places, config.clearAt()));
        // what was made of a part of the regions must not stay
        made = copies.complete() ? next : null;
        return next;
    }
}
