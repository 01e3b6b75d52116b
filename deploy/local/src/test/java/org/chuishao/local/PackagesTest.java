package org.chuishao.local;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagesTest {

    private static final Instant BUILT = Instant.parse("2026-11-23T08:00:00Z");

    @TempDir
    Path project;

    @BeforeEach
    void build() throws Exception {
        source("mesh", BUILT.minusSeconds(60));
        for (Service service : Service.values()) {
            source(service.title() + "-service", BUILT.minusSeconds(60));
            file(Packages.jar(project, service), BUILT);
        }
    }

    @Test
    void takesWhatIsNewerThanItsSources() {
        new Packages(project).require();
    }

    @Test
    void refusesWhatIsMissing() throws Exception {
        Files.delete(Packages.jar(project, Service.GRID));
        assertThatThrownBy(new Packages(project)::require)
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("grid-service/target/quarkus-app/quarkus-run.jar is missing")
                .hasMessageContaining("./mvnw -DskipTests package");
    }

    @Test
    void refusesWhatIsOlderThanItsSourcesOrThoseOfTheMesh() throws Exception {
        source("routing-service", BUILT.plusSeconds(60));
        assertThatThrownBy(new Packages(project)::require)
                .hasMessageContaining("is older than " + project.resolve("routing-service/src/main/Source.java"));

        source("mesh", BUILT.plusSeconds(60));
        assertThatThrownBy(new Packages(project)::require)
                .hasMessageContaining("intake-service/target/quarkus-app/quarkus-run.jar is older than");
    }

    private void source(String module, Instant at) throws Exception {
        file(project.resolve(module + "/src/main/Source.java"), at);
    }

    private static void file(Path file, Instant at) throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        Files.setLastModifiedTime(file, FileTime.from(at));
    }
}
