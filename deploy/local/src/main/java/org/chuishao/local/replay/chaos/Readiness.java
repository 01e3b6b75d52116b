package org.chuishao.local.replay.chaos;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.chuishao.local.Addresses;
import org.chuishao.local.Service;

/** Asks every service whether it can do its work, and whether Kafka and Postgres can be reached. */
public final class Readiness {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final List<HttpRequest> health;
    private final List<InetSocketAddress> servers;

    public Readiness(Addresses addresses) {
        health = Stream.of(Service.values())
                .flatMap(service -> addresses.all(service).stream())
                .map(address -> HttpRequest.newBuilder(URI.create(address + "/q/health/ready"))
                        .timeout(PATIENCE)
                        .build())
                .toList();
        servers = Stream.of(addresses.kafka(), addresses.postgres())
                .map(address -> address.split(":", -1))
                .map(parts -> new InetSocketAddress(parts[0], Integer.parseInt(parts[1])))
                .toList();
    }

    /** True when all services are ready at this moment. */
    public boolean all() {
        return servers.stream().allMatch(Readiness::listens) && health.stream().allMatch(this::ready);
    }

    private static boolean listens(InetSocketAddress server) {
        try (Socket socket = new Socket()) {
            socket.connect(server, (int) PATIENCE.toMillis());
            return true;
        } catch (IOException e) {
            return false; // not yet
        }
    }

    private boolean ready(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false; // not listening yet
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
