package org.chuishao.mesh.scope;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Reads a scope from the claims {@code region} (a code or several), {@code unit}, {@code worker} and {@code citizen}. */
final class Claims {

    /** An empty code would be the beginning of every code, so whatever is not a code is dropped. */
    private static final Pattern CODE = Pattern.compile("[0-9]{2,15}");

    /** A keyed hash as CallerHash makes it, 32 bytes in base64url: a phone number or a name must not pass for one. */
    private static final Pattern HASH = Pattern.compile("[A-Za-z0-9_-]{43}");

    private Claims() {}

    static Scope scope(JsonWebToken token, Set<String> roles) {
        return new Scope(
                token.getSubject() == null ? token.getName() : token.getSubject(),
                Role.firstOf(roles).map(Role::claim).orElse("none"),
                any(roles, Role::seesRegions) ? codes(token.getClaim("region")) : Set.of(),
                any(roles, Role::seesUnit) ? text(token.getClaim("unit")) : null,
                any(roles, Role::seesOwnWork) ? text(token.getClaim("worker")) : null,
                any(roles, Role::seesOwnTickets) ? hash(token.getClaim("citizen")) : null);
    }

    /** Somebody without claims (anonymous, or a test's user) sees nothing. */
    static Scope blind(SecurityIdentity identity) {
        String role = Role.firstOf(identity.getRoles()).map(Role::claim).orElse("none");
        String name =
                identity.isAnonymous() ? "anonymous" : identity.getPrincipal().getName();
        return new Scope(name, role, Set.of(), null, null, null);
    }

    private static boolean any(Set<String> roles, Predicate<Role> sees) {
        for (Role role : Role.values()) {
            if (roles.contains(role.claim()) && sees.test(role)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> codes(@Nullable Object claim) {
        Set<String> codes = new LinkedHashSet<>();
        Collection<?> values = claim instanceof Collection<?> many ? many : claim == null ? Set.of() : Set.of(claim);
        for (Object value : values) {
            String code = text(value);
            if (code != null && CODE.matcher(code).matches()) {
                codes.add(code);
            }
        }
        return codes;
    }

    private static @Nullable String hash(@Nullable Object claim) {
        String text = text(claim);
        return text != null && HASH.matcher(text).matches() ? text : null;
    }

    private static @Nullable String text(@Nullable Object claim) {
        String text =
                claim instanceof JsonString json ? json.getString() : claim instanceof String plain ? plain : null;
        return text == null || text.isBlank() ? null : text;
    }
}
