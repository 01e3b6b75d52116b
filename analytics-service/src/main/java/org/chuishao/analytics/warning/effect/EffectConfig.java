package org.chuishao.analytics.warning.effect;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When the effect of a warning is measured. */
@ConfigMapping(prefix = "chuishao.warnings.effect")
interface EffectConfig {

    /** So long after it was handled, by as many days before. Whole days. */
    @WithDefault("30d")
    Duration after();
}
