package org.chuishao.local;

import java.nio.file.Path;
import org.chuishao.testkit.EmbeddedKafka;

/** The broker's process: data folder, port, controller's port. */
final class KafkaMain {

    private KafkaMain() {}

    public static void main(String[] arguments) {
        Fatal.run(() -> {
            DataFolder data = new DataFolder(Path.of(arguments[0]));
            EmbeddedKafka kafka =
                    EmbeddedKafka.start(data.kafka(), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
            Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "kafka-stop"));
            ReadyFile.of(data, "kafka").write();
            kafka.awaitStop();
        });
    }
}
