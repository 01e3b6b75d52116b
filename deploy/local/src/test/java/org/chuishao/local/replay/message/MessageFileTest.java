package org.chuishao.local.replay.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageFileTest {

    private static final Casting CASTING = new Casting(1, Communities.ofLiaoning());

    @TempDir
    Path folder;

    @Test
    void theProjectsOwnSampleIsReadWhole() throws IOException {
        List<Message> messages = MessageFile.read(Path.of("sample/messages.tsv"));

        assertThat(messages).hasSizeGreaterThan(50).allSatisfy(message -> {
            assertThat(message.title()).isNotBlank();
            assertThat(message.body()).isNotBlank();
            assertThat(TicketBody.of(message, caller(message), new Community("210102001001", "某社区"), "x")
                            .path("happenedAt")
                            .asText())
                    .endsWith("+08:00");
        });
        assertThat(messages.stream().map(message -> TicketBody.kind(message.title())))
                .contains("INQUIRY", "COMPLAINT", "SUGGESTION", "REPORT", "HELP");
    }

    @Test
    void aLineOfOtherColumnsIsNamed() {
        assertThatThrownBy(() -> MessageFile.read(file("id\tauthor\ttitle\ttime\tbody\n1\tA\t停水\n")))
                .hasMessageContaining("line 2: 3 columns instead of 5");
    }

    @Test
    void aSecondMessageOfOneIdIsNamed() {
        assertThatThrownBy(
                        () -> MessageFile.read(file("id\tauthor\ttitle\ttime\tbody\n1\tA\ta\tb\tc\n1\tA\ta\tb\tc\n")))
                .hasMessageContaining("line 3: a second message 1");
    }

    @Test
    void aTimeOfAnotherFormIsLeftOut() {
        Message message = new Message("1", "A", "停水", "43831.5", "");

        assertThat(TicketBody.of(message, caller(message), new Community("210102001001", "某社区"), "x")
                        .has("happenedAt"))
                .isFalse();
    }

    private static Caller caller(Message message) {
        return CASTING.caller(message);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("messages.tsv"), text);
    }
}
