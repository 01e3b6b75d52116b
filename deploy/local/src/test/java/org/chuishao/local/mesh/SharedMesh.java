package org.chuishao.local.mesh;

import java.io.IOException;
import java.nio.file.Path;
import org.chuishao.local.TemporaryMesh;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the tests one mesh with a single instance of each service; started by the first test, stopped after the last. */
final class SharedMesh implements ParameterResolver {

    static final Path PROJECT = Path.of(System.getProperty("chuishao.project", "../.."))
            .toAbsolutePath()
            .normalize();

    private static final Namespace NAMESPACE = Namespace.create(SharedMesh.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TemporaryMesh.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent("mesh", key -> new Started(start()), Started.class)
                .mesh();
    }

    private static TemporaryMesh start() {
        try {
            return TemporaryMesh.start(PROJECT, 1);
        } catch (IOException e) {
            throw new IllegalStateException("the mesh did not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Closed with the store. */
    private record Started(TemporaryMesh mesh) implements AutoCloseable {
        @Override
        public void close() throws IOException, InterruptedException {
            mesh.close();
        }
    }
}
