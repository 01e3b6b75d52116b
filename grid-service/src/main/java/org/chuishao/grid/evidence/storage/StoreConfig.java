package org.chuishao.grid.evidence.storage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where finished photos lie. */
@ConfigMapping(prefix = "chuishao.evidence.store")
interface StoreConfig {

    enum Kind {
        FOLDER,
        S3
    }

    @WithDefault("folder")
    Kind kind();

    /** Made when it is first needed. Of several replicas all have to see the same one. */
    @WithDefault("evidence")
    Path folder();
}
