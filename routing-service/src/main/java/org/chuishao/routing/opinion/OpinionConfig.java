package org.chuishao.routing.opinion;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** A large model that is asked for a second opinion; without a url none is. */
@ConfigMapping(prefix = "chuishao.routing.opinion")
interface OpinionConfig {

    /** Where chat completions are posted to, in the shape of OpenAI and DeepSeek: the whole address. */
    Optional<String> url();

    /** Hosts that the url may name. Whoever adds one has seen to it that it stands within the country. */
    Optional<Set<String>> allowedHosts();

    /** The model stands in the house: its address may be a private one, and on loopback plain HTTP will do. */
    @WithDefault("false")
    boolean inHouse();

    /** Sent as a bearer token. */
    Optional<String> apiKey();

    /** The model's name, needed with a url. */
    Optional<String> model();

    /** How long one request may take until its last byte. */
    @WithDefault("20s")
    Duration timeout();

    /** Further tries after 429, 5xx or where no connection came about. */
    @WithDefault("2")
    int retries();

    /** The longest wait before a further try; an endpoint that asks for more is not tried again. */
    @WithDefault("10s")
    Duration longestWait();

    /** Requests under way at once, a replica. */
    @WithDefault("4")
    int inFlight();

    /** How often tickets are looked for; the schedule names it by its key. */
    @WithDefault("5s")
    String every();

    /** When a ticket is asked about again that got no answer, three times at most. */
    @WithDefault("10m")
    Duration again();

    /** Tokens that an answer may have. */
    @WithDefault("300")
    int maxTokens();

    /** A larger answer is not read. */
    @WithDefault("64K")
    MemorySize maxAnswer();

    /** Failed tries in a row, in a replica, after which nothing is asked for a time. */
    @WithDefault("5")
    int breakAfter();

    /** That time; then one request tries. */
    @WithDefault("60s")
    Duration breakFor();

    /** Requests that all replicas together may make on a day in China, further tries counted. */
    @WithDefault("2000")
    int requestsPerDay();

    /** The same in tokens, of prompts and answers. */
    @WithDefault("2000000")
    long tokensPerDay();
}
