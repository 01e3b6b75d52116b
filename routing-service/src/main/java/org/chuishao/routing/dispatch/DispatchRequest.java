package org.chuishao.routing.dispatch;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dispatcher's decision.
 *
 * @param reason for people; goes on the log, so it must not name a person
 */
record DispatchRequest(
        @NotNull UUID ticket,
        @NotBlank @Size(max = 100) String leadUnit,
        @Size(max = 20) @Nullable List<@NotBlank @Size(max = 100) String> assistingUnits,
        @NotBlank @Size(max = 500) String reason) {

    List<String> assisting() {
        return assistingUnits == null ? List.of() : List.copyOf(assistingUnits);
    }
}
