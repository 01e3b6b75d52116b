package org.chuishao.grid.region;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** What the first start puts into an empty register. */
@ConfigMapping(prefix = "chuishao.first-load")
interface FirstLoadConfig {

    /** Codes of the cities to load; all of the province where none is given. A test needs no more than one. */
    Optional<List<String>> cities();
}
