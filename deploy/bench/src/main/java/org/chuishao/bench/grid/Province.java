package org.chuishao.bench.grid;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.chuishao.bench.Figures;
import org.locationtech.jts.geom.Coordinate;

/** All communities of Liaoning with base grids that have outlines, imported county by county as an operator would. */
final class Province {

    private static final int COUNTY = 6;
    private static final int MOST_OF_A_FILE = 1_800;
    private static final int A_PAGE = 500;

    private final Lattice lattice;
    private final List<String> codes = new ArrayList<>();

    private Province(Lattice lattice) {
        this.lattice = lattice;
    }

    /** Asks the service for the communities and lays so many grids over them, as evenly as can be. */
    static Province of(Caller grid, String token, int grids, long seed) throws IOException, InterruptedException {
        List<String> communities = communities(grid, token);
        Province province = new Province(Lattice.of(grids, seed));
        for (int i = 0; i < communities.size(); i++) {
            int own = (int) ((long) grids * (i + 1) / communities.size() - (long) grids * i / communities.size());
            for (int n = 1; n <= own; n++) {
                province.codes.add(String.format(Locale.ROOT, "%s1%02d", communities.get(i), n));
            }
        }
        return province;
    }

    private static List<String> communities(Caller grid, String token) throws IOException, InterruptedException {
        List<String> communities = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = grid.json(grid.get("/api/v1/regions?level=5&limit=" + A_PAGE + "&cursor=" + cursor, token));
            page.get("items")
                    .forEach(region -> communities.add(region.get("code").asText()));
            cursor = page.path("next").isTextual() ? page.get("next").asText() : null;
        }
        return communities;
    }

    List<String> codes() {
        return codes;
    }

    /** The cell of a grid; below zero where the code is none of them. */
    int cell(String code) {
        return Collections.binarySearch(codes, code);
    }

    Lattice lattice() {
        return lattice;
    }

    /** Imports all of it. @return seconds */
    double load(Caller grid, String token, Figures figures) throws IOException, InterruptedException {
        double seconds = 0;
        int done = 0;
        int told = 0;
        for (List<Integer> cells : files()) {
            String file = file(cells);
            seconds += grid.post("/api/v1/regions/imports", token, "application/geo+json", file)
                            .milliseconds()
                    / 1_000;
            done += cells.size();
            if (done * 10L / codes.size() > told) {
                told = (int) (done * 10L / codes.size());
                figures.say("  %d of %d grids after %.1f s", done, codes.size(), seconds);
            }
        }
        return seconds;
    }

    private List<List<Integer>> files() {
        Map<String, List<List<Integer>>> counties = new TreeMap<>();
        for (int cell = 0; cell < codes.size(); cell++) {
            List<List<Integer>> files =
                    counties.computeIfAbsent(codes.get(cell).substring(0, COUNTY), county -> new ArrayList<>());
            if (files.isEmpty() || files.get(files.size() - 1).size() >= MOST_OF_A_FILE) {
                files.add(new ArrayList<>());
            }
            files.get(files.size() - 1).add(cell);
        }
        return counties.values().stream().flatMap(List::stream).toList();
    }

    private String file(List<Integer> cells) {
        StringBuilder file = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
        for (int cell : cells) {
            if (cell != cells.get(0)) {
                file.append(',');
            }
            feature(file, cell);
        }
        return file.append("]}").toString();
    }

    private void feature(StringBuilder file, int cell) {
        file.append("{\"type\":\"Feature\",\"properties\":{\"code\":\"")
                .append(codes.get(cell))
                .append("\",\"name\":\"网格")
                .append(cell)
                .append(
                        "\",\"kind\":\"BASE\",\"households\":300},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[");
        String comma = "";
        for (Coordinate point : lattice.ring(cell)) {
            file.append(comma)
                    .append('[')
                    .append(point.getX())
                    .append(',')
                    .append(point.getY())
                    .append(']');
            comma = ",";
        }
        file.append("]]}}");
    }
}
