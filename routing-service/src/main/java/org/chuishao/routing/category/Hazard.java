package org.chuishao.routing.category;

import org.chuishao.mesh.event.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A word that says danger.
 *
 * @param safety (涉险) a person looks at it before anything is dispatched, unless it is critical
 * @param category what it is about, where the word alone says so
 */
public record Hazard(
        String word,
        Severity severity,
        boolean safety,
        @Nullable String category) {}
