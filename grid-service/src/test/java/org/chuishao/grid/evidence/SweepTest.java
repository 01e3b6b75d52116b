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
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.chuishao.grid.evidence.picture.PictureFiles;
import org.chuishao.grid.log.GridTables;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class SweepTest {

    private static final String AGE = "update evidence set touched_at = touched_at - interval '%s' where id = ?";

    @Inject
    SweepUploads sweep;

    @Test
    void anUploadThatNobodyGoesOnWithIsGivenUpAfterAWeek() {
        String assignment = assignment("积水", GRID);
        String week = begun(assignment);
        String sixDays = begun(assignment);
        String stored = send(assignment, PictureFiles.WEBP).path("id");
        age(week, "7 days 1 minute");
        age(sixDays, "6 days 23 hours");
        age(stored, "100 days");

        sweep.giveUp().await().indefinitely();

        as(WORKER).get(PATH + "/" + week).then().statusCode(404);
        assertThat(pieces(week)).isEqualTo("0");
        as(WORKER).get(PATH + "/" + sixDays).then().statusCode(200);
        assertThat(pieces(sixDays)).isEqualTo("1");
        as(WORKER).get(PATH + "/" + stored + "/content").then().statusCode(200);
    }

    @Test
    void whatACrashLeftWholeIsFinished() {
        byte[] file = PictureFiles.WEBP;
        Map<String, Object> announcement = announcement(assignment("断电", GRID), file);
        announcement.put("size", file.length + 1);
        String id = (String) announcement.get("id");
        announce(WORKER, announcement);
        patch(WORKER, id, 0, file).then().statusCode(200);
        GridTables.update("update evidence set size = received, state = 'RECEIVED' where id = ?", UUID.fromString(id));
        age(id, "11 seconds");

        sweep.finishWhatIsLeft().await().indefinitely();

        as(WORKER).get(PATH + "/" + id).then().body("state", is("STORED"));
    }

    private static String begun(String assignment) {
        Map<String, Object> announcement = announcement(assignment, PictureFiles.WEBP);
        String id = (String) announcement.get("id");
        announce(WORKER, announcement).then().statusCode(201);
        patch(WORKER, id, 0, Arrays.copyOf(PictureFiles.WEBP, 50)).then().statusCode(200);
        return id;
    }

    private static void age(String id, String by) {
        GridTables.update(String.format(AGE, by), UUID.fromString(id));
    }

    private static String pieces(String id) {
        return GridTables.text("select count(*)::text from evidence_piece where evidence_id = ?::uuid", id);
    }
}
