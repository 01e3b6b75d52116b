package org.chuishao.analytics.figures;

import jakarta.enterprise.context.ApplicationScoped;
import org.chuishao.mesh.scope.CurrentScope;

/** Whether a grid is asked about by those who work in it: its own board withholds nothing from them. */
@ApplicationScoped
public class OwnGrid {

    private final CurrentScope current;

    OwnGrid(CurrentScope current) {
        this.current = current;
    }

    /** The token is for that grid and nothing else. */
    public boolean is(String region) {
        return region.length() == Level.GRID.digits()
                && !current.get().regions().isEmpty()
                && current.get().regions().stream().allMatch(mine -> mine.startsWith(region));
    }
}
