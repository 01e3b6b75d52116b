package org.chuishao.grid.location;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;
import org.chuishao.mesh.location.Position;

/** How far a position is from a grid. */
@ApplicationScoped
public class GridBorder {

    private final Outlines outlines;

    GridBorder(Outlines outlines) {
        this.outlines = outlines;
    }

    /**
     * @param position of CGCS2000
     * @return metres to its border from without, 0 within it; empty where the grid has no outline
     */
    public OptionalLong metresTo(String grid, Position position) {
        return outlines.metresTo(grid, position);
    }
}
