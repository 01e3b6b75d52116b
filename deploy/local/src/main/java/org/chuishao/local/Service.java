package org.chuishao.local;

import java.util.Locale;

/** The services of the mesh and the port of the first instance of each. */
public enum Service {
    INTAKE(8081),
    ROUTING(8082),
    GRID(8083),
    ANALYTICS(8084);

    private final int port;

    Service(int port) {
        this.port = port;
    }

    public int port() {
        return port;
    }

    /** The service's name in configuration, and its database's. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
