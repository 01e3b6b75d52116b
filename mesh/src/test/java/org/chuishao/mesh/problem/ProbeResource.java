package org.chuishao.mesh.problem;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuishao.mesh.scope.CurrentScope;
import org.chuishao.mesh.scope.Roles;
import org.chuishao.mesh.scope.Scope;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** An API that fails in every way an API can. */
@Path("/probe")
public class ProbeResource {

    private final CurrentScope scope;

    ProbeResource(CurrentScope scope) {
        this.scope = scope;
    }

    enum Colour {
        RED,
        BLUE
    }

    record Person(
            @NotBlank String name,

            @Pattern(regexp = "[0-9]+", message = "must be a phone number") @Nullable
            String phone) {}

    record Body(
            @NotBlank @Size(max = 20_000) String content,
            @Nullable Colour colour,
            @Nullable Integer count,
            @Nullable OffsetDateTime at,
            @Nullable UUID id,
            boolean secret,
            @Valid @Nullable Person caller,
            @Nullable List<@Valid Person> others) {}

    @POST
    @RolesAllowed(Roles.AGENT)
    public Body post(@Valid @NotNull Body body) {
        return body;
    }

    @GET
    @Path("list")
    @RolesAllowed(Roles.AGENT)
    public String list(
            @QueryParam("page-size") @Max(100) @DefaultValue("20") int size, @QueryParam("since") LocalDate since) {
        return size + " since " + since;
    }

    /** Both ways to name a parameter, and a bean of them. */
    @GET
    @Path("filtered")
    @PermitAll
    public String filtered(@RestQuery @Nullable String state, @RestQuery("page-size") int size, @BeanParam More more) {
        return state + " " + size + " " + more.region + " " + more.unit;
    }

    public static final class More {

        @QueryParam("region")
        @Nullable
        String region;

        @RestQuery
        @Nullable
        String unit;
    }

    @GET
    @Path("one/{id}")
    @RolesAllowed(Roles.AGENT)
    public String one(UUID id) {
        return id.toString();
    }

    @GET
    @Path("scope")
    @RolesAllowed({Roles.AGENT, Roles.GRID_WORKER})
    public Scope scope() {
        return scope.get();
    }

    @GET
    @Path("secret")
    @RolesAllowed(Roles.OPS)
    public String secret() {
        return "secret";
    }

    /** Forgotten annotations must close an endpoint. */
    @GET
    @Path("forgotten")
    public String forgotten() {
        return "open";
    }

    @GET
    @Path("conflict")
    @PermitAll
    public Uni<String> conflict() {
        return Uni.createFrom().failure(Problem.conflict("It is CLOSED.", Map.of("state", "CLOSED")));
    }

    @GET
    @Path("number")
    @PermitAll
    public int number(@QueryParam("text") String text) {
        return Integer.parseInt(text);
    }

    @GET
    @Path("sql-number")
    @PermitAll
    @WithTransaction
    public Uni<Integer> sqlNumber(@QueryParam("text") String text) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("SELECT cast(cast(?1 AS text) AS int)", Integer.class)
                        .setParameter(1, text)
                        .getSingleResult());
    }
}
