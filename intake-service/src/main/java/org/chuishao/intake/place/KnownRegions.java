package org.chuishao.intake.place;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Predicate;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.mesh.reference.ReferenceCopies;
import org.chuishao.mesh.reference.Regions;

/** The regions that there are, as far as grid has published them. */
@ApplicationScoped
public class KnownRegions implements Predicate<String> {

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Regions regions;
    private final ReferenceCopies copies;

    KnownRegions(Regions regions, ReferenceCopies copies) {
        this.regions = regions;
        this.copies = copies;
    }

    /**
     * Shortly after the start a region may only not be known yet: that is no fault of the request.
     *
     * @throws Problem 503 while not all regions are read
     */
    @Override
    public boolean test(String region) {
        if (regions.enclosing(region).isPresent()) {
            return true;
        }
        if (!copies.complete()) {
            throw Problem.unavailable(RETRY);
        }
        return false;
    }
}
