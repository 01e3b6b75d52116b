package org.chuishao.intake.place;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.chuishao.intake.IntakeConfig.Bounds;
import org.jspecify.annotations.Nullable;

/** What a place has to be: a known region, and a position that lies in the province and names its system. */
public final class LocationRules {

    private static final Pattern REGION = Pattern.compile("[0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12}|[0-9]{15}");

    private final Predicate<String> knownRegion;
    private final Bounds bounds;

    public LocationRules(Predicate<String> knownRegion, Bounds bounds) {
        this.knownRegion = knownRegion;
        this.bounds = bounds;
    }

    /** Fields are named as those of {@code place}. */
    public void check(Errors errors, @Nullable Location place) {
        if (place == null) {
            return;
        }
        errors.optionalText("place.text", place.text(), 500);
        String region = place.region();
        errors.addIf(
                region != null && !(REGION.matcher(region).matches() && knownRegion.test(region)),
                "place.region",
                "is not a known region");
        position(errors, place);
    }

    private void position(Errors errors, Location place) {
        Double longitude = place.longitude();
        Double latitude = place.latitude();
        if (longitude == null && latitude == null) {
            errors.addIf(place.crs() != null, "place.crs", "stands without a position");
            return;
        }
        errors.addIf(place.crs() == null, "place.crs", "is needed with a position");
        if (longitude == null) {
            errors.add("place.longitude", "is needed with a latitude");
        } else {
            between(errors, "place.longitude", longitude, bounds.west(), bounds.east());
        }
        if (latitude == null) {
            errors.add("place.latitude", "is needed with a longitude");
        } else {
            between(errors, "place.latitude", latitude, bounds.south(), bounds.north());
        }
    }

    private static void between(Errors errors, String field, double degrees, double least, double most) {
        errors.addIf(!(degrees >= least && degrees <= most), field, "must lie between " + least + " and " + most);
    }
}
