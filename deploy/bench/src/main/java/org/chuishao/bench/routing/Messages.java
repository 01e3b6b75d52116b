package org.chuishao.bench.routing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.chuishao.local.Trouble;
import org.chuishao.routing.learn.Example;
import org.chuishao.routing.trial.Table;
import picocli.CommandLine.Option;

/** Which columns of a file say what, and the messages read by them. */
final class Messages {

    private static final int WRONG_USE = 2;

    /** 2019/2/28 11:25:05, 2019-02-28T11:25:05, 2019-02-28 11:25, 2019/2/28. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("yyyy[/][-]M[/][-]d[ ]['T'][H:mm[:ss]]")
            .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
            .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
            .toFormatter();

    @Option(names = "--id", paramLabel = "COLUMN", description = "Default: ${DEFAULT-VALUE}.")
    private String id = "id";

    @Option(names = "--time", paramLabel = "COLUMN", description = "Default: ${DEFAULT-VALUE}.")
    private String time = "time";

    @Option(
            names = "--label",
            paramLabel = "COLUMN",
            description = "What the message was found to be: a category, a unit (default: ${DEFAULT-VALUE}).")
    private String label = "label";

    @Option(names = "--title", paramLabel = "COLUMN", description = "Default: ${DEFAULT-VALUE}.")
    private String title = "title";

    @Option(names = "--body", paramLabel = "COLUMN", description = "Default: ${DEFAULT-VALUE}.")
    private String body = "body";

    /** A labelled message at its time. */
    record Message(LocalDateTime at, Example example) {}

    /** In the order of the file. */
    List<Message> read(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new Trouble(WRONG_USE, "There is no file " + file + ", or it cannot be read.");
        }
        try {
            return read(file, Table.of(Files.readString(file, UTF_8)));
        } catch (IllegalArgumentException e) {
            throw new Trouble(WRONG_USE, file + ": " + e.getMessage() + ".");
        }
    }

    private List<Message> read(Path file, Table table) {
        int[] columns = {
            table.column(id), table.column(time), table.column(label), table.column(title), table.column(body)
        };
        List<Message> messages = new ArrayList<>();
        for (List<String> row : table.rows()) {
            messages.add(new Message(
                    time(row.get(columns[1]), file),
                    new Example(
                            row.get(columns[0]),
                            row.get(columns[2]).strip(),
                            row.get(columns[3]),
                            row.get(columns[4]))));
        }
        return messages;
    }

    static List<Example> inOrderOfTime(List<Message> messages) {
        return messages.stream()
                .sorted(Comparator.comparing(Message::at))
                .map(Message::example)
                .toList();
    }

    private static LocalDateTime time(String text, Path file) {
        try {
            return LocalDateTime.parse(text.strip(), TIME);
        } catch (DateTimeParseException e) {
            throw new Trouble(WRONG_USE, "\"" + text + "\" in " + file + " is not a time like 2019/2/28 11:25:05.");
        }
    }
}
