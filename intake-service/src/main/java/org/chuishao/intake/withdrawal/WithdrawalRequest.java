package org.chuishao.intake.withdrawal;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a ticket is taken back. A code, since it stands on the log, where no free text of a citizen may stand in clear. */
@Schema(description = "Why a ticket is taken back")
record WithdrawalRequest(@NotNull Reason reason) {

    /** Why. */
    enum Reason {
        SETTLED_BY_ITSELF,
        SUBMITTED_BY_MISTAKE,
        SUBMITTED_TWICE,
        NO_LONGER_WANTED,
        OTHER
    }
}
