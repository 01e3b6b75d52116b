package org.chuishao.mesh.event;

import java.util.Locale;

/** The service that wrote an event; on the wire the CloudEvents {@code source}, for example {@code /chuishao/intake}. */
public enum Source {
    INTAKE,
    ROUTING,
    GRID,
    ANALYTICS;

    public String serviceName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String uri() {
        return "/chuishao/" + serviceName();
    }

    public static Source ofUri(String uri) {
        for (Source source : values()) {
            if (source.uri().equals(uri)) {
                return source;
            }
        }
        throw new IllegalArgumentException("unknown event source: " + uri);
    }
}
