package org.chuishao.analytics.keyview;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.chuishao.analytics.rates.Wilson;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Complaints per 1,000 households of some days. */
@Schema(name = "PerThousandHouseholds")
record PerThousand(
        @Schema(description = "Complaints per 1,000 households in the days asked for, two digits")
        BigDecimal value,

        @Schema(description = "Lower end of Wilson's 95% interval, each complaint taken for another household")
        @Nullable
        BigDecimal lower,

        @Schema(description = "Upper end; both absent where there are more complaints than households") @Nullable
        BigDecimal upper) {

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    static PerThousand of(long complaints, int households) {
        BigDecimal many = BigDecimal.valueOf(complaints);
        Wilson interval = complaints > households ? null : Wilson.of(many, households);
        return new PerThousand(
                many.multiply(THOUSAND).divide(BigDecimal.valueOf(households), 2, RoundingMode.HALF_UP),
                interval == null ? null : scaled(interval.lower()),
                interval == null ? null : scaled(interval.upper()));
    }

    private static BigDecimal scaled(BigDecimal share) {
        return share.multiply(THOUSAND).setScale(2, RoundingMode.HALF_UP);
    }
}
