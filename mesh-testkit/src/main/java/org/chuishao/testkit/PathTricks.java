package org.chuishao.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Other spellings of a path, by which servers have been led past their permissions: matrix parameters, encoded
 * separators, doubled slashes, dots.
 */
public final class PathTricks {

    private PathTricks() {}

    /** The path itself and its other spellings; the path has at least two segments and no query. */
    public static List<String> of(String path) {
        int last = path.lastIndexOf('/');
        String head = path.substring(0, last);
        String tail = path.substring(last + 1);
        return List.of(
                path,
                path + ";x",
                path + ";x=1",
                path + "%3Bx",
                path + "%3bx",
                head + ";x/" + tail,
                head + "/;x/" + tail,
                head + "%3Bx/" + tail,
                head + "%2F" + tail,
                head + "%2f" + tail,
                path + "%2F",
                head + "//" + tail,
                "/" + path,
                path + "/",
                path + "//",
                head + "/./" + tail,
                head + "/%2e/" + tail,
                head + "/x/../" + tail,
                head + "/x/%2e%2e/" + tail,
                head + "/x%2F..%2F" + tail,
                head + "/%5C" + tail,
                path + "%00",
                path + "%20",
                path + ".json",
                head + "/" + encoded(tail));
    }

    /** What each spelling is answered, by GET with this token or without any. */
    public static Map<String, Integer> statuses(URI server, String path, @Nullable String token) {
        HttpClient client = HttpClient.newHttpClient();
        String base = server.getScheme() + "://" + server.getAuthority();
        Map<String, Integer> statuses = new LinkedHashMap<>();
        for (String spelling : of(path)) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + spelling));
            if (token != null) {
                request.header("Authorization", "Bearer " + token);
            }
            statuses.put(spelling, status(client, request.build()));
        }
        return statuses;
    }

    private static int status(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new IllegalStateException("no answer to " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String encoded(String segment) {
        return "%" + Integer.toHexString(segment.charAt(0)) + segment.substring(1);
    }
}
