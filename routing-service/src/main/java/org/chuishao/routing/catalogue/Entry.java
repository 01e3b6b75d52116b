package org.chuishao.routing.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who has a category in a region and all that lies in it.
 *
 * @param lead pattern of a unit's id; {@code {county}} and {@code {city}} stand for the codes of the place,
 *     {@code {territory}} for the unit of the smallest known of community, town and county
 * @param byItself dispatched without a dispatcher
 * @param validTo the first day on which it is no longer valid
 * @param basis for people
 */
public record Entry(
        String category,
        String region,
        String lead,
        List<String> assisting,
        List<String> copies,
        boolean byItself,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String basis) {

    public Entry {
        assisting = List.copyOf(assisting);
        copies = List.copyOf(copies);
    }

    boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }
}
