package org.chuishao.bench.grid;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.chuishao.bench.Figures;
import org.chuishao.bench.Held;
import org.chuishao.bench.Memory;
import org.chuishao.bench.Percentiles;
import org.chuishao.local.PidFile;
import org.chuishao.local.Service;
import org.chuishao.local.TemporaryMesh;
import org.chuishao.local.replay.client.Tokens;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.mesh.scope.Roles;
import org.chuishao.testkit.Secrets;
import org.chuishao.testkit.TokenMint;
import org.locationtech.jts.geom.Coordinate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "grid",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        description =
                "All of Liaoning's communities with base grids that have outlines, imported county by county over the"
                        + " API; then positions located in them, and the inbox and the board with a million assignments in hand."
                        + " Takes about five minutes.",
        footer = {
            "",
            "import-seconds: of all files, from the request to the answer, people carried over.",
            "locate-p50, -p99: of positions all over the plane; inbox-p50, -p99: of workers, their units",
            "and the desks of their communities; board-p50, -p99: of the province, its cities, and of",
            "counties, towns and communities. One request after the other, the other services held still.",
            "heap-mb: in use after a collection, with all outlines in memory; rss-mb: of the process.",
            "misplaced: positions that were told to lie in a grid that does not hold them, or in none.",
            "CHUISHAO_SERVICE_OPTS in the environment puts other JVM options (see deploy/local/up --help)."
        })
public final class Grid implements Callable<Integer> {

    private static final int NOT_HELD = 1;
    private static final int WARM_UP = 500;
    private static final String REGION = "/api/v1/regions/";

    @Option(names = "--grids", paramLabel = "N", description = "With outlines (default: ${DEFAULT-VALUE}).")
    private int grids = 75_000;

    @Option(names = "--assignments", paramLabel = "N", description = "In hand (default: ${DEFAULT-VALUE}).")
    private int assignments = 1_000_000;

    @Option(names = "--requests", paramLabel = "N", description = "Of each kind (default: ${DEFAULT-VALUE}).")
    private int requests = 5_000;

    @Option(names = "--seed", paramLabel = "N", description = "Of outlines and positions (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    private final Figures figures = new Figures(System.out);

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        figures.say("Starting a mesh of its own");
        try (TemporaryMesh mesh = TemporaryMesh.start(Path.of(System.getProperty("chuishao.project", ".")), 1);
                Stock stock = new Stock(mesh.addresses().postgres())) {
            Caller grid = new Caller(mesh.addresses().of(Service.GRID));
            Tokens tokens = new Tokens(TokenMint.in(mesh.data().keys()));
            String ops = tokens.ofProvince(Roles.OPS);
            Held others = Held.beside(Service.GRID, mesh.data(), 1);
            others.hold();
            try {
                Province province = load(grid, ops, stock);
                figures.say("Laying in %d assignments", assignments);
                stock.open(
                        assignments, new Sealer(Secrets.in(mesh.data().keys()).log()));
                figures.add("assignments", assignments, "in hand");
                inbox(grid, tokens, stock);
                board(grid, tokens.ofProvince(Roles.SUPERVISOR), province);
                // last: what the import publishes and the database tidies up after it is over by then
                int misplaced = locate(grid, ops, province);
                memory(grid, mesh);
                figures.add("misplaced", misplaced, "positions");
                figures.print();
                return misplaced == 0 ? 0 : NOT_HELD;
            } finally {
                others.letGo();
            }
        }
    }

    private Province load(Caller grid, String token, Stock stock)
            throws IOException, SQLException, InterruptedException {
        Province province = Province.of(grid, token, grids, seed);
        figures.say("Importing %d grids with outlines", grids);
        double seconds = province.load(grid, token, figures);
        figures.add("grids", province.codes().size(), "with outlines");
        figures.add("memberships", stock.memberships(), "in force");
        figures.add("import-seconds", seconds, "s");
        return province;
    }

    /** @return how many positions were told to lie where they do not */
    private int locate(Caller grid, String token, Province province) throws IOException, InterruptedException {
        figures.say("Locating %d positions", requests);
        SplittableRandom random = new SplittableRandom(seed);
        Percentiles took = new Percentiles();
        int misplaced = 0;
        for (int i = -WARM_UP; i < requests; i++) {
            Coordinate at = somewhere(province, random);
            String query = "/api/v1/locations?crs=CGCS2000&lng=" + at.getX() + "&lat=" + at.getY();
            Caller.Answer answer = grid.get(query, token);
            JsonNode place = grid.json(answer);
            int cell = province.cell(place.path("code").asText());
            if (cell < 0 || !province.lattice().holds(cell, at.getX(), at.getY())) {
                misplaced++;
            }
            if (i >= 0) {
                took.add(answer.milliseconds());
            }
        }
        took.into(figures, "locate");
        return misplaced;
    }

    private static Coordinate somewhere(Province province, SplittableRandom random) {
        int cells = province.codes().size();
        int cell = random.nextInt(cells);
        while (!province.lattice().inner(cell, cells)) {
            cell = random.nextInt(cells);
        }
        return province.lattice().near(cell, random);
    }

    private void inbox(Caller grid, Tokens tokens, Stock stock) throws IOException, SQLException, InterruptedException {
        figures.say("Reading %d inboxes", requests);
        List<String> workers = stock.workers(400);
        Percentiles took = new Percentiles();
        for (int i = -WARM_UP; i < requests; i++) {
            String worker = workers.get(Math.floorMod(i, workers.size()));
            String community = worker.replaceAll("[^0-9]", "").substring(0, 12);
            String token =
                    switch (Math.floorMod(i, 4)) {
                        case 0 -> tokens.ofUnit("U-TERR-" + community);
                        case 1 -> tokens.ofDesk(community);
                        default -> tokens.ofWorker(worker);
                    };
            double milliseconds = grid.get("/api/v1/inbox", token).milliseconds();
            if (i >= 0) {
                took.add(milliseconds);
            }
        }
        took.into(figures, "inbox");
    }

    private void board(Caller grid, String token, Province province) throws IOException, InterruptedException {
        figures.say("Reading %d boards", requests);
        SplittableRandom random = new SplittableRandom(seed);
        Percentiles took = new Percentiles();
        int[] digits = {2, 4, 6, 9, 12};
        for (int i = -WARM_UP; i < requests; i++) {
            String code = province.codes().get(random.nextInt(province.codes().size()));
            String region = code.substring(0, digits[Math.floorMod(i, digits.length)]);
            double milliseconds = grid.get(REGION + region + "/board", token).milliseconds();
            if (i >= 0) {
                took.add(milliseconds);
            }
        }
        took.into(figures, "board");
    }

    private void memory(Caller grid, TemporaryMesh mesh) throws IOException, InterruptedException {
        ProcessHandle process = PidFile.of(mesh.data(), Service.GRID.title())
                .living()
                .orElseThrow(() -> new IllegalStateException("grid does not run"));
        Memory.collect(process);
        double heap = grid.get("/q/metrics", "none")
                        .body()
                        .lines()
                        .filter(line -> line.startsWith("jvm_memory_used_bytes") && line.contains("area=\"heap\""))
                        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                        .sum()
                / (1 << 20);
        figures.add("heap-mb", heap, "MB");
        figures.add("rss-mb", Memory.residentMegabytes(process), "MB");
    }
}
