package org.chuishao.grid.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuishao.grid.evidence.Uploads.GRID;
import static org.chuishao.grid.evidence.Uploads.PATH;
import static org.chuishao.grid.evidence.Uploads.WORKER;
import static org.chuishao.grid.evidence.Uploads.announce;
import static org.chuishao.grid.evidence.Uploads.announcement;
import static org.chuishao.grid.evidence.Uploads.assignment;
import static org.chuishao.grid.evidence.Uploads.patch;
import static org.chuishao.grid.evidence.Uploads.send;
import static org.chuishao.grid.log.Callers.as;
import static org.chuishao.grid.log.Callers.desk;
import static org.chuishao.grid.log.Callers.supervisor;
import static org.chuishao.grid.log.Callers.unit;
import static org.chuishao.grid.log.Callers.worker;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.chuishao.grid.evidence.picture.PictureFiles;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

/** Photos are seen by whoever has the work in hand, or oversees it. */
@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class PhotoScopeTest {

    private static final String COMMUNITY = GRID.substring(0, 12);
    private static final List<Bearer> OTHERS = List.of(
            worker("W-210102001002102-1"),
            unit("U-TERR-210102001003"),
            unit("U-PROPERTY-CO-210102"),
            desk("210103"),
            Bearer.of("grid-worker").subject("s-W-" + GRID + "-1"));

    @Test
    void whatIsOutOfScopeIsNotThere() {
        String assignment = assignment("油烟扰民", GRID);
        String id = send(assignment, PictureFiles.WEBP).path("id");
        for (Bearer other : OTHERS) {
            as(other).get(PATH + "/" + id).then().statusCode(404);
            as(other).get(PATH + "/" + id + "/content").then().statusCode(404);
            as(other).get(PATH + "?assignment=" + assignment).then().body("items", hasSize(0));
            patch(other, id, 0, new byte[10]).then().statusCode(404);
            announce(other, announcement(assignment, PictureFiles.WEBP)).then().statusCode(404);
        }
        as(supervisor("2102")).get(PATH + "/" + id).then().statusCode(404);
        for (Bearer inScope : List.of(unit("U-TERR-" + COMMUNITY), desk(COMMUNITY), supervisor("2101"))) {
            as(inScope).get(PATH + "/" + id).then().statusCode(200);
            as(inScope).get(PATH + "/" + id + "/content").then().statusCode(200);
            as(inScope).get(PATH + "?assignment=" + assignment).then().body("items.id", is(List.of(id)));
        }
        as(Bearer.of("analyst").regions("21")).get(PATH + "/" + id).then().statusCode(403);
        as(WORKER).get(PATH).then().statusCode(400);
    }

    @Test
    void onlyWhoBeganGoesOn() {
        Map<String, Object> announcement = announcement(assignment("违停", GRID), PictureFiles.WEBP);
        String id = (String) announcement.get("id");
        announce(WORKER, announcement).then().statusCode(201);
        patch(unit("U-TERR-" + COMMUNITY), id, 0, new byte[10]).then().statusCode(403);
        announce(unit("U-TERR-" + COMMUNITY), announcement).then().statusCode(409);

        Bearer stranger = worker("W-210102001007101-1");
        announcement.put("assignment", assignment("违停", "210102001007101"));
        announce(stranger, announcement).then().statusCode(409);
        as(stranger).get(PATH + "/" + id).then().statusCode(404);
    }

    @Test
    void theDatabaseShowsNoPhotoBeyondTheScopeWhateverTheQueryForgets() throws SQLException {
        send(assignment("噪声", GRID), PictureFiles.WEBP).then().statusCode(200);
        assertThat(seen("select 1")).isZero();
        assertThat(seen("select set_config('chuishao.regions', '2102', false)")).isZero();
        assertThat(seen("select set_config('chuishao.unit', 'U-TERR-210102001003', false)"))
                .isZero();
        assertThat(seen("select set_config('chuishao.unit', 'U-TERR-" + COMMUNITY + "', false)"))
                .isPositive();
        assertThat(seen("select set_config('chuishao.worker', 'W-" + GRID + "-1', false)"))
                .isPositive();
    }

    private static int seen(String scope) throws SQLException {
        try (Connection app = DriverManager.getConnection(
                        Mesh.shared().jdbcUrl("grid"),
                        "grid_app",
                        Mesh.shared().secrets().password());
                Statement sql = app.createStatement()) {
            sql.execute(scope);
            try (ResultSet rows =
                    sql.executeQuery("select count(*) from evidence where unit = 'U-TERR-" + COMMUNITY + "'")) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
