package org.chuishao.routing.opinion;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Posts JSON to an endpoint at an address that was looked up before; TLS still asks for the host's own name. Follows no
 * redirect, reads no more of an answer than is allowed, and waits for its last byte no longer than the timeout.
 */
final class Post {

    private final HttpClient client;
    private final Endpoint endpoint;
    private final @Nullable String apiKey;
    private final Duration timeout;
    private final long mostBytes;

    Post(Vertx vertx, Endpoint endpoint, OpinionConfig config) {
        this.endpoint = endpoint;
        this.apiKey = config.apiKey().orElse(null);
        this.timeout = config.timeout();
        this.mostBytes = config.maxAnswer().asLongValue();
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setMaxPoolSize(config.inFlight()).setConnectTimeout((int) timeout.toMillis()));
    }

    /** @param retryAfter the header as it came */
    record Reply(int status, @Nullable String retryAfter, String body) {}

    /** The answer is larger than any that was asked for. */
    static final class TooLarge extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    /** @return as failure {@link TimeoutException}, {@link TooLarge} or what kept a connection from being */
    Uni<Reply> to(InetAddress address, String json) {
        return Uni.createFrom()
                .<Reply>emitter(reply -> new Exchange(reply).begin(options(address), json))
                .ifNoItem()
                .after(timeout)
                .failWith(TimeoutException::new);
    }

    private RequestOptions options(InetAddress address) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(endpoint.port(), address.getHostAddress()))
                .setHost(endpoint.host())
                .setPort(endpoint.port())
                .setSsl(endpoint.tls())
                .setURI(endpoint.target())
                .putHeader("Content-Type", "application/json")
                .putHeader("Accept", "application/json");
        return apiKey == null ? options : options.putHeader("Authorization", "Bearer " + apiKey);
    }

    /** Who waits no longer takes the request away with him, even one that has not been sent yet. */
    private final class Exchange {

        private final UniEmitter<? super Reply> reply;
        private final Buffer body = Buffer.buffer();
        private @Nullable HttpClientRequest request;
        private boolean over;

        private Exchange(UniEmitter<? super Reply> reply) {
            this.reply = reply;
            reply.onTermination(this::end);
        }

        private void begin(RequestOptions options, String json) {
            client.request(options).onFailure(reply::fail).onSuccess(made -> {
                if (keep(made)) {
                    made.send(Buffer.buffer(json)).onFailure(reply::fail).onSuccess(this::read);
                } else {
                    made.reset();
                }
            });
        }

        private synchronized boolean keep(HttpClientRequest made) {
            request = over ? null : made;
            return !over;
        }

        private void read(HttpClientResponse response) {
            response.exceptionHandler(reply::fail).handler(this::add).endHandler(end -> {
                answered();
                reply.complete(new Reply(response.statusCode(), response.getHeader("Retry-After"), body.toString()));
            });
        }

        private void add(Buffer part) {
            if (body.length() + part.length() > mostBytes) {
                reply.fail(new TooLarge());
            } else {
                body.appendBuffer(part);
            }
        }

        private synchronized void answered() {
            request = null;
        }

        private synchronized void end() {
            over = true;
            if (request != null) {
                request.reset();
            }
        }
    }
}
