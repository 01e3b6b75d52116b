package org.chuishao.grid.notification;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.chuishao.grid.notification.Carrier.Answer;
import org.chuishao.grid.notification.NotificationConfig.Provider;
import org.chuishao.mesh.event.NoticeEvent.Channel;

/** Who carries each channel's messages, as it is configured. */
@Startup
@ApplicationScoped
class Carriers {

    /** Where other ways are real, one without a provider is none, and the next one's turn comes at once. */
    private static final Carrier NO_PROVIDER =
            message -> Uni.createFrom().item(new Answer(Carrier.Result.REFUSED, "NO_PROVIDER"));

    private final Map<Channel, Carrier> carriers = new EnumMap<>(Channel.class);

    Carriers(NotificationConfig config, Clock clock, ObjectMapper mapper) {
        boolean real = Arrays.stream(Channel.values())
                .anyMatch(channel -> provider(config, channel).url().isPresent());
        if (!real) {
            Log.warn("no provider of messages is configured: they are noted as delivered, and reach nobody");
        }
        for (Channel channel : Channel.values()) {
            Provider provider = provider(config, channel);
            carriers.put(
                    channel,
                    provider.url()
                            .<Carrier>map(url -> new WebhookCarrier(
                                    URI.create(url), secret(provider, channel), config.timeout(), clock, mapper))
                            .orElseGet(() -> real ? NO_PROVIDER : new LogCarrier()));
        }
    }

    Uni<Answer> carry(Message message) {
        return Objects.requireNonNull(carriers.get(message.channel())).carry(message);
    }

    private static Provider provider(NotificationConfig config, Channel channel) {
        return switch (channel) {
            case PUSH -> config.push();
            case SMS -> config.sms();
            case VOICE -> config.voice();
        };
    }

    private static String secret(Provider provider, Channel channel) {
        return provider.secret()
                .orElseThrow(() -> new IllegalStateException(channel
                        + " has a url and no secret: nothing is sent unsigned (chuishao.notification.*.secret)"));
    }
}
