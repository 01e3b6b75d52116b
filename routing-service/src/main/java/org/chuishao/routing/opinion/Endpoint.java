package org.chuishao.routing.opinion;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Where a model is asked: an address that somebody has allowed by name. */
record Endpoint(URI url, String host, int port, boolean tls, boolean inHouse) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final String KEY = "chuishao.routing.opinion.";

    /**
     * @param inHouse the address may be a private one
     * @throws IllegalStateException that says what is wrong, so that the service does not start with it
     */
    static Endpoint of(String url, Set<String> allowedHosts, boolean inHouse) {
        URI uri = parse(url);
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        boolean tls = "https".equalsIgnoreCase(uri.getScheme());
        boolean plain = "http".equalsIgnoreCase(uri.getScheme()) && inHouse && LOOPBACK.contains(host);
        if (host.isEmpty() || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw new IllegalStateException(KEY + "url is not the address of an endpoint");
        }
        if (!tls && !plain) {
            throw new IllegalStateException(KEY + "url has to begin with https://");
        }
        if (allowedHosts.stream().noneMatch(it -> it.strip().equalsIgnoreCase(host))) {
            throw new IllegalStateException("the host " + host + " is not on the list " + KEY
                    + "allowed-hosts: tickets are sent to hosts only that somebody has put there");
        }
        int port = uri.getPort() > 0 ? uri.getPort() : tls ? HTTPS : HTTP;
        return new Endpoint(uri, host, port, tls, inHouse);
    }

    private static URI parse(String url) {
        try {
            return URI.create(url.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(KEY + "url is not an address", e);
        }
    }

    /** Path and query. */
    String target() {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }
}
