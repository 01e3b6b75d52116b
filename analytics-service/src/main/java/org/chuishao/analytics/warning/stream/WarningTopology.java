package org.chuishao.analytics.warning.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.kafka.client.serialization.ObjectMapperSerde;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.chuishao.analytics.warning.life.Finding;
import org.chuishao.analytics.warning.signal.Signal;
import org.chuishao.analytics.warning.window.Rules;

/**
 * Signals in, findings out. Signals come keyed by what they are gathered under, so that one task has all of a window and
 * no record goes a second way round.
 */
@ApplicationScoped
public class WarningTopology {

    public static final String SIGNALS = "signals";
    public static final String FINDINGS = "findings";

    static final String SEEN = "seen";
    static final String COUNTS = "counts";
    static final String DUE = "due";

    /** The topology that the service runs. */
    @Produces
    Topology topology(Rules rules, ObjectMapper json) {
        return of(rules, json);
    }

    /** The same for whoever runs it elsewhere. */
    public static Topology of(Rules rules, ObjectMapper json) {
        Serde<String> text = Serdes.String();
        Serde<Signal> signal = new ObjectMapperSerde<>(Signal.class, json);
        Serde<Finding> finding = new ObjectMapperSerde<>(Finding.class, json);
        return new Topology()
                .addSource(SIGNALS, text.deserializer(), signal.deserializer(), SIGNALS)
                .addProcessor("windows", () -> new WindowProcessor(rules), SIGNALS)
                .addStateStore(store(SEEN, new ObjectMapperSerde<>(Kept.class, json)), "windows")
                .addStateStore(store(COUNTS, Serdes.Long()), "windows")
                .addStateStore(store(DUE, new ObjectMapperSerde<>(Signal.class, json)), "windows")
                .addSink(FINDINGS, FINDINGS, text.serializer(), finding.serializer(), "windows");
    }

    private static <V> StoreBuilder<?> store(String name, Serde<V> value) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), value);
    }
}
