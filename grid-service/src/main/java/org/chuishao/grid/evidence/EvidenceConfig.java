package org.chuishao.grid.evidence;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.chuishao.grid.evidence.picture.PixelLimits;

/** What photos may be, and how many are worked on. */
@ConfigMapping(prefix = "chuishao.evidence")
interface EvidenceConfig {

    /** The largest file. */
    @WithDefault("20M")
    MemorySize maxSize();

    /** The most pixels; beyond it a file is refused before it is decoded. */
    @WithDefault("50000000")
    long maxPixels();

    /** Larger pictures are kept with every second, third... pixel: what is in memory at once is four bytes a pixel. */
    @WithDefault("12500000")
    long keptPixels();

    /** What is sent at once: a line that breaks costs no more. Below quarkus.http.limits.max-body-size. */
    @WithDefault("256K")
    MemorySize piece();

    /** What a unit may send in 24 hours. */
    @WithDefault("2G")
    MemorySize quota();

    /** Pictures that are worked on at once in a replica. */
    @WithDefault("1")
    int threads();

    /** Pictures that wait for it in memory; the next ones wait in the database. */
    @WithDefault("16")
    int waiting();

    /** After how long without a piece an upload is given up. */
    @WithDefault("7d")
    Duration abandoned();

    default PixelLimits pixels() {
        return new PixelLimits(maxPixels(), keptPixels());
    }
}
