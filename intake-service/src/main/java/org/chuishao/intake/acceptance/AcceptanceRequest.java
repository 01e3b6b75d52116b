package org.chuishao.intake.acceptance;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an agent found out while taking a ticket on. */
@Schema(description = "What an agent found out while taking a ticket on; {} where nothing changed")
record AcceptanceRequest(
        @Schema(description = "Division code of the smallest place known now; as submitted where absent") @Nullable
        String region) {}
