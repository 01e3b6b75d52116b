package org.chuishao.mesh.clock;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.Map;
import org.chuishao.testkit.DurablePostgres;
import org.chuishao.testkit.FakeTime;
import org.chuishao.testkit.Mesh;
import org.chuishao.testkit.MeshResource;
import org.jspecify.annotations.Nullable;

/** A Postgres of its own whose clock can be set; without libfaketime the shared one, whose cannot. */
public final class FakeTimeResource implements QuarkusTestResourceLifecycleManager {

    /** Found by a property: Quarkus loads the test in another class loader. */
    private static final String FILE = "chuishao.test.faketime";

    private @Nullable DurablePostgres postgres;

    /** Null where it cannot be set. */
    static @Nullable FakeTime time() {
        String file = System.getProperty(FILE);
        return file == null ? null : new FakeTime(Path.of(file));
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> configuration = new MeshResource().start();
        FakeTime.library().ifPresent(library -> {
            DurablePostgres own =
                    DurablePostgres.temporary(Mesh.shared().secrets().password());
            postgres = own;
            System.setProperty(FILE, FakeTime.under(own, library).file().toString());
            configuration.put("chuishao.db.port", Integer.toString(own.port()));
        });
        return configuration;
    }

    @Override
    public void stop() {
        System.clearProperty(FILE);
        if (postgres != null) {
            postgres.close();
        }
    }
}
