package org.chuishao.grid.inbox;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import org.chuishao.grid.log.Callers;
import org.chuishao.testkit.Bearer;
import org.jspecify.annotations.Nullable;

/** One of many inbox streams on a shared client: no thread of its own, and it can be broken off at any event. */
final class HeardStream implements Flow.Subscriber<String> {

    /** @param nanos when it was heard */
    record Event(String id, String name, String data, long nanos) {}

    final List<Event> events = new CopyOnWriteArrayList<>();
    private final int most;
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;
    private String id = "";
    private String name = "";
    private volatile boolean open;
    private volatile String end = "";
    private volatile int status;
    private volatile @Nullable String retryAfter;

    private HeardStream(int most) {
        this.most = most;
    }

    /**
     * @param after id of the last event that was had; null from now on
     * @param most it breaks off after so many events
     */
    static HeardStream open(HttpClient http, String base, Bearer bearer, @Nullable String after, int most) {
        HeardStream stream = new HeardStream(most);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "/api/v1/inbox/stream"))
                .header("Authorization", "Bearer " + Callers.token(bearer))
                .header("Accept", "text/event-stream");
        if (after != null) {
            request.header("Last-Event-ID", after);
        }
        http.sendAsync(request.build(), stream::answered).whenComplete((response, failure) -> {
            stream.end = failure == null ? "answered " + response.statusCode() : failure.toString();
            stream.over.complete(null);
        });
        return stream;
    }

    private HttpResponse.BodySubscriber<Void> answered(HttpResponse.ResponseInfo response) {
        retryAfter = response.headers().firstValue("Retry-After").orElse(null);
        status = response.statusCode();
        return HttpResponse.BodySubscribers.fromLineSubscriber(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        open = true;
        if (line.startsWith("id:")) {
            id = line.substring(3).strip();
        } else if (line.startsWith("event:")) {
            name = line.substring(6).strip();
        } else if (line.startsWith("data:") && events.size() < most) {
            events.add(new Event(id, name, line.substring(5).strip(), System.nanoTime()));
            if (events.size() == most) {
                close();
            }
        }
    }

    @Override
    public void onError(Throwable failure) {
        over.complete(null);
    }

    @Override
    public void onComplete() {
        over.complete(null);
    }

    /** Its first line has come. */
    boolean isOpen() {
        return open;
    }

    /** Of the answer; 0 before it has come. */
    int status() {
        return status;
    }

    @Nullable
    String retryAfter() {
        return retryAfter;
    }

    /** It broke off, by whomever. */
    boolean isOver() {
        return over.isDone();
    }

    /** What it was answered, once it is over. */
    String end() {
        return end;
    }

    boolean full() {
        return events.size() >= most;
    }

    void close() {
        if (subscription != null) {
            subscription.cancel();
        }
    }
}
