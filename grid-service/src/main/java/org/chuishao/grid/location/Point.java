package org.chuishao.grid.location;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.chuishao.mesh.event.Place.Crs;
import org.chuishao.mesh.location.Position;
import org.chuishao.mesh.location.Projection;

/** A position as the API takes it: in degrees, with the system that they are in. */
public record Point(
        @NotNull @Min(-180) @Max(180) Double longitude,
        @NotNull @Min(-90) @Max(90) Double latitude,
        @NotNull Crs crs) {

    public Position converted() {
        return Projection.to(Crs.CGCS2000, new Position(longitude, latitude, crs));
    }
}
