package org.chuishao.local.replay.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A file of messages, tab-separated: id, author, title, time, body; its first line is the header. */
public final class MessageFile {

    private static final List<String> HEADER = List.of("id", "author", "title", "time", "body");

    private MessageFile() {}

    /**
     * The messages in the file's order.
     *
     * @throws IllegalArgumentException if the file is not of this form, naming the line
     */
    public static List<Message> read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file, UTF_8);
        if (lines.isEmpty() || !HEADER.equals(cells(lines.get(0)))) {
            throw new IllegalArgumentException(file + ": the first line has to be " + String.join(" <tab> ", HEADER));
        }
        List<Message> messages = new ArrayList<>(lines.size());
        Set<String> ids = new HashSet<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                Message message = message(file, i + 1, cells(lines.get(i)));
                if (!ids.add(message.id())) {
                    throw new IllegalArgumentException(
                            file + ", line " + (i + 1) + ": a second message " + message.id());
                }
                messages.add(message);
            }
        }
        return messages;
    }

    private static Message message(Path file, int line, List<String> cells) {
        if (cells.size() != HEADER.size() || cells.get(0).isEmpty()) {
            throw new IllegalArgumentException(
                    file + ", line " + line + ": " + cells.size() + " columns instead of " + HEADER.size());
        }
        return new Message(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4));
    }

    private static List<String> cells(String line) {
        return List.of(line.replace("\uFEFF", "").split("\t", -1)).stream()
                .map(String::strip)
                .toList();
    }
}
