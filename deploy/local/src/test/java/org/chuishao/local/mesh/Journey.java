package org.chuishao.local.mesh;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.chuishao.local.TemporaryMesh;
import org.chuishao.local.replay.Outcome;
import org.chuishao.local.replay.Plan;
import org.chuishao.local.replay.Run;
import org.chuishao.local.replay.message.Cast;
import org.chuishao.local.replay.message.Casting;
import org.chuishao.local.replay.message.Communities;
import org.chuishao.local.replay.message.Message;

/** Messages on their way through a mesh, from the call to the closed ticket. */
record Journey(String name, List<Message> messages, Cast cast, double rate, List<String> killed) {

    private static final Duration PATIENCE = Duration.ofSeconds(150);

    static Journey of(String name, List<Message> messages) {
        return new Journey(name, messages, new Casting(1, Communities.ofLiaoning()), 0, List.of());
    }

    Journey cast(Cast other) {
        return new Journey(name, messages, other, rate, killed);
    }

    /** Messages a second. */
    Journey rate(double other) {
        return new Journey(name, messages, cast, other, killed);
    }

    /** Processes that are killed (-9) once each, spread over the way. */
    Journey killing(String... parts) {
        return new Journey(name, messages, cast, rate, List.of(parts));
    }

    Arrived through(TemporaryMesh mesh) throws InterruptedException {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
        Plan plan = new Plan(name, messages, cast, rate, true, killed, PATIENCE);
        Outcome outcome = new Run(mesh.data(), plan, out, false).perform();
        return new Arrived(
                mesh, outcome, told.toString(StandardCharsets.UTF_8).lines().toList());
    }
}
