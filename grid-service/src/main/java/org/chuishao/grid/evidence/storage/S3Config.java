package org.chuishao.grid.evidence.storage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The bucket of the photos, where they lie on S3 or on what speaks like it. */
@ConfigMapping(prefix = "chuishao.evidence.s3")
public interface S3Config {

    /** Of AWS itself where there is none. */
    Optional<String> endpoint();

    @WithDefault("us-east-1")
    String region();

    @WithDefault("chuishao-evidence")
    String bucket();

    /** Where there is none, AWS's own chain: environment, profile, role. */
    Optional<String> accessKey();

    Optional<String> secretKey();

    /** The bucket in the path, not in the name of the host. */
    @WithDefault("true")
    boolean pathStyle();

    /** How long to wait for a connection or the next byte. */
    @WithDefault("10s")
    Duration patience();
}
