package org.chuishao.routing.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A model, for people.
 *
 * @param version stands with each decision that rests on it; null while it learns
 * @param read how many of its examples were read so far
 * @param failure why it did not learn
 * @param figures how it fared on messages that it had not learnt from; null while it learns
 */
public record Model(
        UUID id,
        Source source,
        State state,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String version,
        OffsetDateTime begunAt,
        String begunBy,
        int read,
        int examples,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable OffsetDateTime learntAt,
        @Nullable String failure,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Figures figures) {

    /** What it has learnt from. */
    public enum Source {
        CONFIRMED,
        FILE
    }

    /** Where it stands. One at a time learns, one is on trial, one is in use. */
    public enum State {
        LEARNING,
        FAILED,
        /** It has learnt from a file, and waits for a person. */
        READY,
        /** It answers beside the one in use, and nothing is done by it. */
        ON_TRIAL,
        ACTIVE,
        FORMER,
        REJECTED
    }
}
