package org.chuishao.routing.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chuishao.routing.catalogue.Entry;
import org.jspecify.annotations.Nullable;

/** What the dispatch catalogue would say of a matter in a county after a whistle: who leads, and who assists. */
record Lesson(String lead, List<String> assisting) {

    private static final int CITY_DIGITS = 4;

    /** Where a lead falls away the county holds the matter until one is named (区县兜底). */
    private static final String COUNTY_DESK = "U-TERR-{county}";

    /**
     * @param present what it says now; null where it says nothing
     * @param county code of the county
     * @param solved departments that came and solved, and are to assist
     * @param released departments whose duty it is not
     * @return empty where it says so already, or nothing can be said
     */
    static Optional<Lesson> of(@Nullable Entry present, String county, List<String> solved, List<String> released) {
        if (present == null) {
            return solved.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Lesson(solved.get(0), List.copyOf(solved.subList(1, solved.size()))));
        }
        List<String> assisting = new ArrayList<>();
        present.assisting().stream()
                .filter(it -> !released.contains(unit(it, county)))
                .forEach(assisting::add);
        String lead = present.lead();
        if (released.contains(unit(lead, county))) {
            lead = assisting.isEmpty() ? COUNTY_DESK : assisting.remove(0);
        }
        for (String department : solved) {
            boolean named = department.equals(unit(lead, county))
                    || assisting.stream().anyMatch(it -> department.equals(unit(it, county)));
            if (!named) {
                assisting.add(department);
            }
        }
        Lesson lesson = new Lesson(lead, List.copyOf(assisting));
        return lesson.saidBy(present) ? Optional.empty() : Optional.of(lesson);
    }

    private boolean saidBy(Entry present) {
        return lead.equals(present.lead()) && assisting.equals(present.assisting());
    }

    /** Of the catalogue's pattern; one of the territory is no department's. */
    static String unit(String pattern, String county) {
        return pattern.replace("{county}", county)
                .replace("{city}", county.substring(0, Math.min(CITY_DIGITS, county.length())));
    }
}
