package org.chuishao.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives a Quarkus test the shared Kafka and Postgres: {@code @QuarkusTestResource(MeshResource.class)}. */
public final class MeshResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        Map<String, String> configuration = Mesh.shared().configuration();
        configuration.put("quarkus.http.test-port", "0");
        for (String category : Chatter.CATEGORIES) {
            configuration.put("quarkus.log.category.\"" + category + "\".level", "WARN");
        }
        return configuration;
    }

    @Override
    public void stop() {
        // The servers go with the JVM: other test classes use them too.
    }
}
