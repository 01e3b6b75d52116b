package org.chuishao.analytics.warning.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The networks as they stand, kept in memory and read again every few seconds: few, and asked for with every ticket. */
@Startup
@ApplicationScoped
class NetworkBook {

    private final Pool pool;
    private final ObjectMapper json;
    private volatile Map<String, Network> networks = Map.of();
    private volatile Set<String> names = Set.of();

    NetworkBook(@ReactiveDataSource("reader") Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    @PostConstruct
    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() {
        Map<String, Network> found = new HashMap<>();
        for (Row row : pool.query("select code, network::text from network").executeAndAwait()) {
            found.put(row.getString(0), parsed(row.getString(1)));
        }
        names = found.values().stream()
                .flatMap(network -> network.reaches().stream())
                .flatMap(reach -> reach.namesOrNone().stream())
                .collect(Collectors.toUnmodifiableSet());
        networks = Map.copyOf(found);
    }

    boolean isEmpty() {
        return networks.isEmpty();
    }

    /** The names of reaches that a text holds. */
    List<String> namesIn(String words) {
        return names.stream().filter(words::contains).sorted().toList();
    }

    List<String> on(String region, String category, List<String> namesInWords) {
        return networks.entrySet().stream()
                .filter(entry ->
                        entry.getValue().concerns(category) && entry.getValue().reaches(region, namesInWords))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private Network parsed(String text) {
        try {
            return json.readValue(text, Network.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a network cannot be read", e);
        }
    }
}
