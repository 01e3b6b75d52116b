package org.chuishao.local.mesh;

import java.net.http.HttpResponse;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Somebody who listens to a stream of server-sent events, and all that he heard. */
final class Ear implements Flow.Subscriber<String>, AutoCloseable {

    private static final int REFUSED = 400;

    private final Asker asker;
    private final Endpoint endpoint;
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private volatile int status;
    private Flow.@Nullable Subscription subscription;

    Ear(Asker asker, Endpoint endpoint) {
        this.asker = asker;
        this.endpoint = endpoint;
    }

    HttpResponse.BodySubscriber<Void> answered(int with) {
        status = with;
        return HttpResponse.BodySubscribers.fromLineSubscriber(this);
    }

    Asker asker() {
        return asker;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    /** Of the answer; 0 before it has come. */
    int status() {
        return status;
    }

    /** Refused, or hearing all from now on: the first line says so. */
    boolean ready() {
        return status >= REFUSED || !heard.isEmpty();
    }

    String heard() {
        return String.join("\n", heard);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        heard.add(line);
    }

    @Override
    public void onError(Throwable failure) {
        heard.add("");
    }

    @Override
    public void onComplete() {
        heard.add("");
    }

    @Override
    public void close() {
        if (subscription != null) {
            subscription.cancel();
        }
    }
}
