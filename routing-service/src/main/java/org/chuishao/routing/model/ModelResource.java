package org.chuishao.routing.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.scope.Roles;
import org.chuishao.routing.model.LearnFromFile.Columns;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What was learnt, how good it is, and which model answers. */
@Path(ModelResource.PATH)
@RolesAllowed({Roles.OPS, Roles.SUPERVISOR, Roles.ANALYST})
@Tag(name = "models")
class ModelResource {

    static final String PATH = "/api/v1/models";

    private final ModelStore store;
    private final LearnFromFile file;
    private final PlaceModel place;

    ModelResource(ModelStore store, LearnFromFile file, PlaceModel place) {
        this.store = store;
        this.file = file;
        this.place = place;
    }

    record All(
            List<Model> items,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String next) {}

    /** Why it is done, for whoever looks back. */
    record Reason(@NotBlank @Size(max = 500) String reason) {}

    @GET
    @Operation(summary = "The models, the newest first (at most 200): learning, on trial, in use, and those before")
    public Uni<All> list() {
        return store.all().map(models -> new All(models, null));
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "One model: how far it has learnt, and how it fared on messages that it had not learnt from",
            description = "Accuracy, macro-F1, coverage at 95% and 98% and the confusion matrix; shares from 0 to 1.")
    @APIResponse(responseCode = "404", description = "There is no such model")
    public Uni<Model> one(UUID id) {
        return store.one(id);
    }

    @GET
    @Path("/{id}/curve")
    @Produces("image/svg+xml")
    @Operation(summary = "A picture: how much is right of what is done by itself, as more and more is")
    public Uni<String> curve(UUID id) {
        return store.curve(id);
    }

    @POST
    @Consumes({"text/csv", "text/tab-separated-values"})
    @RolesAllowed(Roles.OPS)
    @Operation(
            summary = "Learn from a province's own labelled tickets: UTF-8, CSV or TSV with named columns",
            description = "Answers at once; the model tells how far it is. At least 50 messages of two labels. What it"
                    + " keeps of them are numbers. It answers nothing before a person has promoted it. Larger files:"
                    + " deploy/bench/run routing.")
    @APIResponse(
            responseCode = "202",
            description = "It learns",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Model.class)))
    @APIResponse(responseCode = "400", description = "The file is wrong, and why")
    @APIResponse(responseCode = "409", description = "Another model learns")
    public Uni<Response> learn(
            byte[] body,
            @QueryParam("id") @DefaultValue("id") String id,
            @QueryParam("label") @DefaultValue("label") String label,
            @QueryParam("title") @DefaultValue("title") String title,
            @QueryParam("body") @DefaultValue("body") String text) {
        String actor = place.provincial().subject();
        return file.learn(body, new Columns(id, label, title, text), actor)
                .chain(store::one)
                .map(model -> Response.accepted(model)
                        .location(URI.create(PATH + "/" + model.id()))
                        .type("application/json")
                        .build());
    }

    @POST
    @Path("/{id}/promotion")
    @RolesAllowed(Roles.OPS)
    @Operation(summary = "Let this model answer; the one before it becomes a former one")
    @APIResponse(responseCode = "409", description = "It has not learnt, or knows labels that are no categories here")
    public Uni<Model> promote(UUID id, @Valid @NotNull Reason reason) {
        return place.promote(id, reason.reason());
    }

    @POST
    @Path("/rollback")
    @RolesAllowed(Roles.OPS)
    @Operation(summary = "Take the model in use back: the one before it answers, or the rules alone")
    @APIResponse(responseCode = "204", description = "Done, here at once and in other replicas within a minute")
    @APIResponse(responseCode = "409", description = "No model is in use")
    public Uni<Void> rollBack(@Valid @NotNull Reason reason) {
        return place.rollBack(reason.reason());
    }
}
