package org.chuishao.local;

import static org.junit.jupiter.api.Assumptions.abort;

import java.util.Locale;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.DockerImageName;

/** The container engine of this machine and the images of the test; what is missing skips the test, with the reason. */
final class Engine {

    private static final String LOCAL = "chuishao/";

    private Engine() {}

    static void require(DockerImageName... images) {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            skip("no container engine answers (set DOCKER_HOST, or start dockerd)");
        }
        for (DockerImageName image : images) {
            if (image.getUnversionedPart().startsWith(LOCAL) && !present(image)) {
                skip("there is no image %s; deploy/images/build makes it".formatted(image.asCanonicalNameString()));
            }
        }
    }

    /** An image named by a system property or the environment, which stands for a well-known one. */
    static DockerImageName image(String property, String byDefault, String wellKnown) {
        String environment = property.replace('.', '_').toUpperCase(Locale.ROOT);
        String name = System.getProperty(property, System.getenv().getOrDefault(environment, byDefault));
        return DockerImageName.parse(name).asCompatibleSubstituteFor(wellKnown);
    }

    private static boolean present(DockerImageName image) {
        return !DockerClientFactory.lazyClient()
                .listImagesCmd()
                .withImageNameFilter(image.asCanonicalNameString())
                .exec()
                .isEmpty();
    }

    private static void skip(String why) {
        System.out.println("Containers test skipped: " + why);
        abort(why);
    }
}
