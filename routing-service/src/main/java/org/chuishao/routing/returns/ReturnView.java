package org.chuishao.routing.returns;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A return that waits for an adjudicator.
 *
 * @param title without numbers that point to a person; null where the ticket is a report (举报) or secret
 * @param unit that wants to give it back
 * @param basis the legal ground, in the unit's words without such numbers; null where no key opens them
 * @param signedOffBy opaque id of the unit's leader
 */
record ReturnView(
        UUID assignment,
        UUID ticket,
        @Nullable String number,
        @Nullable String title,
        String kind,
        boolean secret,
        String region,
        String regionName,
        String unit,
        String suggestedUnit,
        @Nullable String basis,
        String signedOffBy,
        OffsetDateTime askedAt) {}
