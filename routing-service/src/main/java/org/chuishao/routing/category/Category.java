package org.chuishao.routing.category;

import java.util.List;
import org.chuishao.mesh.event.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket is about.
 *
 * @param line the industry line, null where the territory or the county has it
 * @param severity of every ticket of the category; null where the ticket's kind decides
 * @param words that speak for it
 */
public record Category(
        String code,
        @Nullable String line,
        String zh,
        String en,
        @Nullable Severity severity,
        List<String> words) {

    /** What is none of the others. */
    public static final String OTHER = "OTHER";

    public Category {
        words = List.copyOf(words);
    }
}
