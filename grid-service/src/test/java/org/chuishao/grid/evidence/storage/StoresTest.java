package org.chuishao.grid.evidence.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each store of photos does. */
class StoresTest {

    private static final String NAME = "0197a2b4-0000-7000-8000-00000000abcd.jpeg";
    private static final byte[] PHOTO = {1, 2, 3, -1};

    @Test
    void aFolderKeepsAPhotoUnderItsNameAndNothingBeside(@TempDir Path root) throws IOException {
        keepsGivesAndForgets(new FolderStore(root.resolve("deep/er")));
        try (Stream<Path> left = Files.walk(root)) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void aBucketKeepsAPhotoUnderItsName() throws IOException {
        try (S3Stub s3 = new S3Stub();
                S3Store store = new S3Store(config(s3.address(), "me"))) {
            keepsGivesAndForgets(store);
            store.put(NAME, PHOTO, "image/jpeg");
            assertThat(s3.objects).containsOnlyKeys("/photos/" + NAME);
            assertThat(s3.objects.get("/photos/" + NAME)).isEqualTo(PHOTO);
            assertThat(s3.types).containsEntry("/photos/" + NAME, "image/jpeg");
        }
    }

    @Test
    void whatS3RefusesAndWhereItIsNotIsAFailureOfTheStore() throws IOException {
        try (S3Stub s3 = new S3Stub();
                S3Store stranger = new S3Store(config(s3.address(), "stranger"));
                S3Store nowhere = new S3Store(config("http://127.0.0.1:1", "me"))) {
            assertThatThrownBy(() -> stranger.put(NAME, PHOTO, "image/jpeg")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> nowhere.open(NAME))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(NoSuchFileException.class);
        }
    }

    private static void keepsGivesAndForgets(PhotoStore store) throws IOException {
        assertThatThrownBy(() -> store.open(NAME)).isInstanceOf(NoSuchFileException.class);
        store.put(NAME, PHOTO, "image/jpeg");
        store.put(NAME, PHOTO, "image/jpeg");
        try (InputStream photo = store.open(NAME)) {
            assertThat(photo.readAllBytes()).isEqualTo(PHOTO);
        }
        store.delete(NAME);
        store.delete(NAME);
        assertThatThrownBy(() -> store.open(NAME)).isInstanceOf(NoSuchFileException.class);
    }

    private static S3Config config(String address, String key) {
        return new SmallRyeConfigBuilder()
                .withMapping(S3Config.class)
                .withDefaultValues(Map.of(
                        "chuishao.evidence.s3.endpoint", address,
                        "chuishao.evidence.s3.bucket", "photos",
                        "chuishao.evidence.s3.access-key", key,
                        "chuishao.evidence.s3.secret-key", "secret",
                        "chuishao.evidence.s3.patience", "PT2S"))
                .build()
                .getConfigMapping(S3Config.class);
    }
}
