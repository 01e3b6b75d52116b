package org.chuishao.grid.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.chuishao.grid.inbox.Signal.Resync;
import org.chuishao.grid.inbox.Signal.Resync.Reason;
import org.chuishao.mesh.scope.Scope;

/** The open streams of this replica, by the keys that a notice finds them under: nobody's cost grows with the others. */
@ApplicationScoped
class InboxStreams {

    private final InboxConfig config;
    private final Notices notices;
    private final StreamPlaces places;
    private volatile Mark last = Mark.NONE;
    private final Set<InboxStream> open = ConcurrentHashMap.newKeySet();
    private final ConcurrentMap<String, Set<InboxStream>> byKey = new ConcurrentHashMap<>();

    InboxStreams(InboxConfig config, Notices notices, StreamPlaces places, MeterRegistry meters) {
        this.config = config;
        this.notices = notices;
        this.places = places;
        meters.gaugeCollectionSize("chuishao.inbox.streams", List.of(), open);
    }

    /** What happens from now on to what a scope covers. */
    Multi<Signal> of(Scope scope) {
        return opened(scope, InboxStream::signals);
    }

    /** The same, and first what happened since the client heard the last. */
    Multi<Signal> of(Scope scope, Mark after) {
        return opened(scope, stream -> {
            // what is told from here on waits in the stream
            Mark upTo = last;
            return Multi.createBy()
                    .concatenating()
                    .streams(
                            Multi.createFrom()
                                    .uni(missed(scope, after, upTo, stream))
                                    .onItem()
                                    .<Signal>disjoint(),
                            stream.signals());
        });
    }

    /** Who finds no place is told at once: a stream that is written already can say nothing of the kind. */
    private Multi<Signal> opened(Scope scope, Function<InboxStream, Multi<Signal>> signals) {
        String subject = scope.subject();
        places.requireOneFor(subject);
        return Multi.createFrom().deferred(() -> {
            InboxStream stream = new InboxStream(config.lag());
            List<String> keys = Notice.keys(scope);
            places.take(subject);
            add(stream, keys);
            // tells the client that from here on it hears all: the headers are sent before
            stream.tell(new Signal.Beat());
            return signals.apply(stream).onTermination().invoke(() -> {
                remove(stream, keys);
                places.leave(subject);
            });
        });
    }

    /** Where the mark is kept no more, or this replica does not know yet how far it is, the client has to read anew. */
    private Uni<List<Signal>> missed(Scope scope, Mark after, Mark upTo, InboxStream stream) {
        return notices.kept(after).chain(kept -> {
            if (!kept || upTo.equals(Mark.NONE)) {
                return Uni.createFrom().item(List.of(new Resync(Reason.TOO_LONG_AWAY)));
            }
            return notices.missed(scope, after, upTo, config.lag() + 1)
                    .invoke(() -> stream.goOnBehind(upTo.or(after)))
                    .map(this::signals);
        });
    }

    private List<Signal> signals(List<Notice> missed) {
        return missed.size() > config.lag()
                ? List.of(new Resync(Reason.SLOW_READER))
                : missed.stream().<Signal>map(Signal.Changed::new).toList();
    }

    /** What came before it was told by nobody here. */
    void startAt(Mark mark) {
        last = mark;
    }

    /** In the order of their marks. */
    void tell(Notice notice) {
        last = notice.mark();
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
