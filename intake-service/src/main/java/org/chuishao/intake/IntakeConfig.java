package org.chuishao.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** How intake takes tickets in. */
@ConfigMapping(prefix = "chuishao.intake")
public interface IntakeConfig {

    /** How long a submission may wait for the database before it is answered 503. */
    @WithDefault("8s")
    Duration patience();

    /** How submissions that come in at the same time are written together. */
    GatheringLimits gathering();

    /** How many events one call of the feed goes by at most, whether its client sees them or not. */
    @WithDefault("5000")
    int feedWindow();

    /** How often a citizen is asked for what is missing, in one round. */
    @WithDefault("3")
    int infoAttempts();

    /** How many months ahead a matter may be promised. */
    @WithDefault("9")
    int promiseMonths();

    /** How the ids of units begin that are never shown a caller: the managers of estates. They reach him over the hotline. */
    @WithDefault("U-PROPERTY-CO-")
    Set<String> noCallerTo();

    /** Where a position may lie, degrees: Liaoning and somewhat around it. */
    Bounds bounds();

    /** Statements that take tickets in. */
    interface GatheringLimits {

        /** Under way at once; what comes in meanwhile waits for the next one. */
        @WithDefault("2")
        int statements();

        /** Submissions in one statement at most. */
        @WithDefault("64")
        int most();
    }

    /** A rectangle of longitude and latitude. */
    interface Bounds {

        @WithDefault("118.0")
        double west();

        @WithDefault("126.5")
        double east();

        @WithDefault("38.0")
        double south();

        @WithDefault("44.0")
        double north();
    }
}
