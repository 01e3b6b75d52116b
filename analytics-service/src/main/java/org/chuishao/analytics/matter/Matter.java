package org.chuishao.analytics.matter;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What citizens ask about, in the coarse. */
@Schema(name = "Matter")
record Matter(
        @Schema(examples = "HEATING_OFF") String code,

        @Schema(description = "The field (领域) that it belongs to; absent of a field itself", examples = "UTILITIES")
        @Nullable
        String field,

        @Schema(description = "The industry line that has it; absent where it is the territory's", examples = "HEATING")
        @Nullable
        String line,

        Name name) {}
