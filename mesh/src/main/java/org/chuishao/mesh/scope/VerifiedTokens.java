package org.chuishao.mesh.scope;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Remembers for half a minute who a token was found to be, so that a client who sends a hundred requests with it has it
 * decoded and its signature verified once: that was a quarter of what a submission cost. Asked before Quarkus's own
 * mechanism, which does the verifying; never beyond the token's end. A signing key that is withdrawn is still trusted for
 * that half minute.
 */
@ApplicationScoped
class VerifiedTokens implements HttpAuthenticationMechanism, SecurityIdentityAugmentor {

    /** The mechanism that verifies is at 1001. */
    private static final int BEFORE_ITS_OWN = DEFAULT_PRIORITY + 100;

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int MOST = 10_000;
    private static final String BEARER = "Bearer ";

    /** A token ends by the time of the world, as where it was verified, and not by a clock that a test may shift. */
    private final Clock world = Clock.systemUTC();

    private final Cache<String, SecurityIdentity> known = Caffeine.newBuilder()
            .maximumSize(MOST)
            .recordStats()
            .expireAfter(Expiry.<String, SecurityIdentity>creating((token, identity) -> rest(identity)))
            .build();

    @Override
    public int getPriority() {
        return BEFORE_ITS_OWN;
    }

    /** Nothing where it is not known: then the next mechanism is asked. */
    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        String header = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        return Uni.createFrom()
                .item(
                        header == null || !header.startsWith(BEARER)
                                ? null
                                : known.getIfPresent(header.substring(BEARER.length())));
    }

    /** Quarkus's own says what it asks for. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
        return Uni.createFrom().nullItem();
    }

    /** Called with whoever was authenticated, by whichever provider. */
    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            known.asMap().putIfAbsent(token.getRawToken(), kept(identity));
        }
        return Uni.createFrom().item(identity);
    }

    /** Without its attributes, which hold on to the request that it was verified for. */
    private static SecurityIdentity kept(SecurityIdentity identity) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addRoles(identity.getRoles())
                .addCredentials(identity.getCredentials())
                .build();
    }

    /** How many requests so far came with a token that was known. */
    long remembered() {
        return known.stats().hitCount();
    }

    private Duration rest(SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(world.instant(), Instant.ofEpochSecond(token.getExpirationTime()));
        return left.isNegative() ? Duration.ZERO : left.compareTo(LONGEST) < 0 ? left : LONGEST;
    }
}
