package org.chuishao.mesh.reference;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Who keeps the copy of the topic {@code rules}, calendars and clock rules. Called by one thread. */
public interface RulesCopy {

    /** @param value null where the record was taken back */
    void put(String key, @Nullable JsonNode value);

    /** It has been read to its end; what comes from now on is a change. */
    void complete();
}
