package org.chuishao.testkit;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;

/** Stands in for the province's identity provider: signs bearer tokens (RS256) by a key of its own. */
public final class TokenMint {

    public static final String ISSUER = "https://mint.chuishao.local";

    /** Whom the tokens are for; a service turns down those that the same provider gave out for something else. */
    public static final String AUDIENCE = "chuishao";

    private static final int KEY_BITS = 2048;

    private final PrivateKey signing;
    private final String publicKey;

    private TokenMint(KeyPair pair) {
        signing = pair.getPrivate();
        publicKey = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    /** A mint whose key is forgotten with the process. */
    public static TokenMint fresh() {
        return new TokenMint(newPair());
    }

    /** A mint that keeps its key in this folder, readable by its owner only. */
    public static TokenMint in(Path folder) {
        return of(PrivateFile.orElse(folder.resolve("token.key"), () -> encoded(newPair())));
    }

    String privateKey() {
        return Base64.getEncoder().encodeToString(signing.getEncoded());
    }

    private static String encoded(KeyPair pair) {
        return Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
    }

    static TokenMint of(String privateKey) {
        try {
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            RSAPrivateCrtKey key = (RSAPrivateCrtKey) rsa.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(privateKey)));
            return new TokenMint(new KeyPair(
                    rsa.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent())), key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the kept token key cannot be read", e);
        }
    }

    /** The key that checks the tokens, in base64 as {@code quarkus.oidc.public-key} takes it. */
    public String publicKey() {
        return publicKey;
    }

    public String token(Bearer bearer) {
        return token(bearer, Duration.ofHours(12));
    }

    public String token(Bearer bearer, Duration life) {
        JwtClaimsBuilder claims = Jwt.issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(bearer.subject())
                .upn(bearer.subject())
                .groups(Set.of(bearer.role()))
                .expiresIn(life);
        if (!bearer.regions().isEmpty()) {
            claims.claim("region", bearer.regions());
        }
        if (bearer.unit() != null) {
            claims.claim("unit", bearer.unit());
        }
        if (bearer.worker() != null) {
            claims.claim("worker", bearer.worker());
        }
        if (bearer.citizen() != null) {
            claims.claim("citizen", bearer.citizen());
        }
        return claims.sign(signing);
    }

    private static KeyPair newPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no RSA", e);
        }
    }
}
