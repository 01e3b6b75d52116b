package org.chuishao.mesh.scope;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

class ScopeTest {

    @Test
    void seesARegionWithAllThatLiesInIt() {
        Scope scope = scope("supervisor", Map.of("region", "2101"));

        assertThat(scope.covers("210102001", Set.of(), null)).isTrue();
        assertThat(scope.covers("2102", Set.of(), null)).isFalse();
        assertThat(scope.covers("21", Set.of(), null)).as("what lies above").isFalse();
        assertThat(scope.covers(null, Set.of(), null)).isFalse();
    }

    @Test
    void seesSeveralRegions() {
        Scope scope = scope("supervisor", Map.of("region", List.of("2101", "210202")));

        assertThat(scope.regions()).containsExactlyInAnyOrder("2101", "210202");
    }

    @Test
    void neverTakesAnEmptyOrMalformedCodeForEverything() {
        assertThat(scope("supervisor", Map.of("region", "")).regions()).isEmpty();
        assertThat(scope("supervisor", Map.of("region", List.of("", "%", "2", "21,", "x")))
                        .regions())
                .isEmpty();
        assertThat(scope("supervisor", Map.of()).covers("2101", Set.of(), null)).isFalse();
    }

    @Test
    void givesAWorkerHisWorkAndNotHisRegion() {
        Scope scope = scope("grid-worker", Map.of("region", "21", "unit", "U-1", "worker", "w-1"));

        assertThat(scope.covers("2101", Set.of("U-1"), null)).isFalse();
        assertThat(scope.covers("2101", Set.of(), "w-1")).isTrue();
    }

    @Test
    void givesAUnitWhatItHasAPartIn() {
        Scope scope = scope("unit", Map.of("region", "21", "unit", "U-1"));

        assertThat(scope.covers("2101", Set.of("U-2", "U-1"), null)).isTrue();
        assertThat(scope.covers("2101", Set.of("U-2"), null)).isFalse();
    }

    @Test
    void knowsACitizenByTheHashAndByNothingThatAPersonGoesBy() {
        String hash = "_-09azAZ".repeat(6).substring(0, 43);

        assertThat(scope("citizen", Map.of("citizen", hash)).citizen()).isEqualTo(hash);
        assertThat(scope("citizen", Map.of("citizen", "13900000000")).citizen()).isNull();
        assertThat(scope("citizen", Map.of("citizen", "张三")).citizen()).isNull();
    }

    @Test
    void namesTheActorByRoleAndUnit() {
        assertThat(scope("unit", Map.of("unit", "U-1")).actor()).hasToString("Actor[role=unit, id=somebody, unit=U-1]");
    }

    @Test
    void seesNothingWithoutAKnownRole() {
        Scope scope = scope("something", Map.of("region", "21", "unit", "U-1", "worker", "w-1", "citizen", "c"));

        assertThat(scope).isEqualTo(new Scope("somebody", "none", Set.of(), null, null, null));
    }

    private static Scope scope(String role, Map<String, Object> claims) {
        JwtClaims token = new JwtClaims();
        token.setSubject("somebody");
        claims.forEach(token::setClaim);
        return Claims.scope(new DefaultJWTCallerPrincipal(token), Set.of(role));
    }
}
