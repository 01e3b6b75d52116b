package org.chuishao.grid.outline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chuishao.mesh.reference.RegionCode;

/**
 * Base grids of one community do not lie across each other; own grids and industry grids may.
 *
 * @param tolerance how much of the smaller one may lie in the other as well, 0 to 1: borders are surveyed twice
 */
public record OverlapRule(double tolerance) {

    /** A base grid with its outline. */
    public record BaseGrid(String code, Outline outline) {}

    /** @param code of the grid that is to be laid down, {@code with} of the one that it would lie across */
    public record Clash(String code, String with) {}

    /** The clashes of grids that are to be laid down, among themselves and with those that stay. */
    public List<Clash> clashes(List<BaseGrid> wanted, List<BaseGrid> staying) {
        Map<String, List<BaseGrid>> laid = new HashMap<>();
        staying.forEach(grid -> of(laid, grid).add(grid));
        List<Clash> clashes = new ArrayList<>();
        for (BaseGrid grid : wanted) {
            List<BaseGrid> neighbours = of(laid, grid);
            neighbours.stream()
                    .filter(other -> grid.outline().overlap(other.outline()) > tolerance)
                    .forEach(other -> clashes.add(new Clash(grid.code(), other.code())));
            neighbours.add(grid);
        }
        return clashes;
    }

    private static List<BaseGrid> of(Map<String, List<BaseGrid>> laid, BaseGrid grid) {
        return laid.computeIfAbsent(RegionCode.at(grid.code(), 5), community -> new ArrayList<>());
    }
}
