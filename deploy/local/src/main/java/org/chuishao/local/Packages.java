package org.chuishao.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The packaged services of a project. What is missing or older than its sources is refused: it would prove nothing. */
record Packages(Path project) {

    private static final String HOW = ". Package the services again: ./mvnw -DskipTests package";

    static Path jar(Path project, Service service) {
        return project.resolve(service.title() + "-service/target/quarkus-app/quarkus-run.jar");
    }

    void require() {
        for (Service service : Service.values()) {
            Path jar = jar(project, service);
            if (!Files.exists(jar)) {
                throw new Trouble(Trouble.NOT_BUILT, jar + " is missing" + HOW);
            }
            newerThan(jar, service).ifPresent(source -> {
                throw new Trouble(Trouble.NOT_BUILT, "%s is older than %s".formatted(jar, source) + HOW);
            });
        }
    }

    private Optional<Path> newerThan(Path jar, Service service) {
        try {
            FileTime built = Files.getLastModifiedTime(jar);
            for (String folder : List.of("mesh/src/main", service.title() + "-service/src/main")) {
                try (Stream<Path> sources = Files.find(
                        project.resolve(folder),
                        Integer.MAX_VALUE,
                        (path, file) ->
                                file.isRegularFile() && file.lastModifiedTime().compareTo(built) > 0)) {
                    Optional<Path> newer = sources.findAny();
                    if (newer.isPresent()) {
                        return newer;
                    }
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot compare " + jar + " with its sources", e);
        }
    }
}
