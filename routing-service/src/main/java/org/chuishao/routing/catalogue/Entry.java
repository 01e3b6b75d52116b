package org.chuishao.routing.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who has a category, with all below it, in a region and all that lies in it.
 *
 * @param lead pattern of a unit's id; {@code {county}} and {@code {city}} stand for the codes of the place,
 *     {@code {territory}} for the unit of the smallest known of community, town and county; {@code -} ends what held before
 * @param level the lowest level that {@code {territory}} stands for, 3 county to 5 community; null the smallest known
 * @param byItself dispatched without a dispatcher
 * @param validTo the first day on which it is no longer valid
 * @param basis for people
 */
public record Entry(
        String category,
        String region,
        String lead,
        @Nullable Integer level,
        List<String> assisting,
        List<String> copies,
        boolean byItself,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String basis) {

    static final String NOBODY = "-";

    public Entry {
        assisting = List.copyOf(assisting);
        copies = List.copyOf(copies);
    }

    /** One whose territory is the smallest known. */
    public Entry(
            String category,
            String region,
            String lead,
            List<String> assisting,
            List<String> copies,
            boolean byItself,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String basis) {
        this(category, region, lead, null, assisting, copies, byItself, validFrom, validTo, basis);
    }

    /** From its first day on the entries of larger regions hold again. */
    boolean ends() {
        return lead.equals(NOBODY);
    }

    boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }
}
