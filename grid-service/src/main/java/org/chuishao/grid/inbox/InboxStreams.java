package org.chuishao.grid.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.chuishao.mesh.scope.Scope;

/** The open streams of this replica, by the keys that a notice finds them under: nobody's cost grows with the others. */
@ApplicationScoped
class InboxStreams {

    private final InboxConfig config;
    private final Set<InboxStream> open = ConcurrentHashMap.newKeySet();
    private final ConcurrentMap<String, Set<InboxStream>> byKey = new ConcurrentHashMap<>();

    InboxStreams(InboxConfig config, MeterRegistry meters) {
        this.config = config;
        meters.gaugeCollectionSize("chuishao.inbox.streams", List.of(), open);
    }

    /** What happens from now on to the assignments that a scope covers. */
    Multi<Signal> of(Scope scope) {
        return Multi.createFrom().deferred(() -> {
            InboxStream stream = new InboxStream(config.lag());
            List<String> keys = Notice.keys(scope);
            add(stream, keys);
            return stream.signals().onTermination().invoke(() -> remove(stream, keys));
        });
    }

    void tell(Notice notice) {
        Signal changed = new Signal.Changed(notice);
        Set<InboxStream> told = new HashSet<>();
        for (String key : notice.keys()) {
            for (InboxStream stream : byKey.getOrDefault(key, Set.of())) {
                if (told.add(stream)) {
                    stream.tell(changed);
                }
            }
        }
    }

    void resync(Signal.Resync.Reason reason) {
        Signal resync = new Signal.Resync(reason);
        open.forEach(stream -> stream.tell(resync));
    }

    /** Ends all streams: an open one would hold up a stop for as long as requests are waited for. */
    void end() {
        open.forEach(stream -> stream.tell(new Signal.End()));
    }

    void beat() {
        open.forEach(InboxStream::beat);
    }

    private void add(InboxStream stream, List<String> keys) {
        open.add(stream);
        // in compute, so that an emptied set is not taken out from under a stream that is being added
        keys.forEach(key -> byKey.compute(key, (k, streams) -> {
            Set<InboxStream> some = streams == null ? ConcurrentHashMap.newKeySet() : streams;
            some.add(stream);
            return some;
        }));
    }

    private void remove(InboxStream stream, List<String> keys) {
        open.remove(stream);
        keys.forEach(key -> byKey.computeIfPresent(key, (k, streams) -> {
            streams.remove(stream);
            return streams.isEmpty() ? null : streams;
        }));
    }
}
