package org.chuishao.grid.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What a phone has to know of photos before it takes one. */
@ApplicationScoped
public class PhotoLimits {

    public static final List<String> TYPES = List.of("image/jpeg", "image/png", "image/webp");

    private final EvidenceConfig config;

    PhotoLimits(EvidenceConfig config) {
        this.config = config;
    }

    /** In bytes. */
    public long size() {
        return config.maxSize().asLongValue();
    }

    public long pixels() {
        return config.maxPixels();
    }

    /** In bytes: what is sent at once. */
    public long piece() {
        return config.piece().asLongValue();
    }
}
