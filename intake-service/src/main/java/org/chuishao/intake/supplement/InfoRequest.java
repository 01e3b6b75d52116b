package org.chuishao.intake.supplement;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is missing. */
@Schema(description = "What the citizen is asked for")
record InfoRequest(@NotEmpty @Size(max = 3) List<@NotNull Missing> missing) {

    /** Codes, since they stand on the log in clear. */
    enum Missing {
        PLACE,
        CONTACT,
        FACT
    }

    List<String> codes() {
        return missing.stream().map(Enum::name).distinct().toList();
    }
}
