package org.chuishao.routing.opinion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The configured model, or none. A configuration that would send tickets where nobody has allowed it keeps from starting. */
@Startup
@ApplicationScoped
class Model {

    private final OpinionConfig config;
    private final Clock clock;
    private final ObjectMapper mapper;
    private final Breaker breaker;
    private final @Nullable Asked asked;

    Model(OpinionConfig config, Vertx vertx, Clock clock, ObjectMapper mapper) {
        this.config = config;
        this.clock = clock;
        this.mapper = mapper;
        this.breaker = new Breaker(config.breakAfter(), config.breakFor());
        this.asked = config.url().map(url -> asked(url, config, vertx)).orElse(null);
    }

    private record Asked(String name, Endpoint endpoint, Addresses addresses, Post post) {}

    private static Asked asked(String url, OpinionConfig config, Vertx vertx) {
        Endpoint endpoint = Endpoint.of(url, config.allowedHosts().orElse(Set.of()), config.inHouse());
        String name = config.model()
                .orElseThrow(() -> new IllegalStateException("chuishao.routing.opinion.model is needed with a url"));
        Log.infof("second opinions are asked of %s at %s", name, endpoint.host());
        return new Asked(
                name,
                endpoint,
                new Addresses(InetAddress::getAllByName, config.inHouse()),
                new Post(vertx, endpoint, config));
    }

    /** How many requests may go now; none where no model is configured. */
    int room() {
        return asked == null ? 0 : breaker.let(config.inFlight(), clock.instant());
    }

    boolean letAlone() {
        return breaker.open(clock.instant());
    }

    String name() {
        return required().name();
    }

    String host() {
        return required().endpoint().host();
    }

    /** One request; every failure is one of the outcomes. */
    Uni<Try> ask(Prompt prompt) {
        Asked it = required();
        String json = json(Chat.of(prompt, it.name(), config.maxTokens()));
        return Uni.createFrom()
                .item(() -> address(it))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(address -> it.post().to(address, json))
                .map(reply -> Try.of(reply))
                .onFailure()
                .recoverWithItem(failure -> Try.of(failure))
                .invoke(this::note);
    }

    private static InetAddress address(Asked it) {
        try {
            return it.addresses().of(it.endpoint().host());
        } catch (UnknownHostException e) {
            throw new UncheckedIOException("the host is not known", e);
        }
    }

    private void note(Try made) {
        if (made.failed()) {
            breaker.failed(clock.instant());
        } else {
            breaker.went();
        }
    }

    private Asked required() {
        if (asked == null) {
            throw new IllegalStateException("no model is configured");
        }
        return asked;
    }

    private String json(Chat chat) {
        try {
            return mapper.writeValueAsString(chat);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a request cannot be written", e);
        }
    }
}
