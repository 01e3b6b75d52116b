package org.chuishao.analytics.warning.rule;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When two complaints say the same, whatever they were filed as. */
@ConfigMapping(prefix = "chuishao.warnings.meaning")
interface MeaningConfig {

    /**
     * The cosine of what two mean from which on they are one matter, seen from the centre of all complaints; above 1 none
     * are, and the category alone decides.
     */
    @WithDefault("0.65")
    double alike();
}
