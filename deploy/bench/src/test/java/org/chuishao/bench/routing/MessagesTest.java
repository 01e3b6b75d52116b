package org.chuishao.bench.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.chuishao.local.Trouble;
import org.chuishao.routing.learn.Example;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class MessagesTest {

    @TempDir
    Path folder;

    @Command
    static class Host {
        @Mixin
        Messages messages = new Messages();
    }

    @Test
    void tabs_part_columns_and_quotes_are_words() throws IOException {
        Path file = file("id\ttime\tlabel\ttitle\tbody\n7\t2019/2/8 1:05:09\tROADS\t\"坑\"\t路面坏了\n");

        assertThat(read(file))
                .containsExactly(new Messages.Message(
                        LocalDateTime.of(2019, 2, 8, 1, 5, 9), new Example("7", "ROADS", "\"坑\"", "路面坏了")));
    }

    @Test
    void commas_part_columns_and_quotes_hold_them_together_in_columns_of_any_name() throws IOException {
        Path file = file("unit,no,words,head,day\r\nU-1,7,\"一,二\n\"\"三\"\"\",题,2019-02-08\r\n");

        assertThat(read(file, "--label=unit", "--id=no", "--body=words", "--title=head", "--time=day"))
                .containsExactly(new Messages.Message(
                        LocalDateTime.of(2019, 2, 8, 0, 0), new Example("7", "U-1", "题", "一,二\n\"三\"")));
    }

    @Test
    void a_column_that_is_not_there_is_named_with_those_that_are() throws IOException {
        Path file = file("id\ttime\ttitle\tbody\n7\t2019/2/8 1:05:09\t坑\t路面\n");

        assertThatThrownBy(() -> read(file)).isInstanceOf(Trouble.class).hasMessageContaining("no column label");
    }

    @Test
    void a_row_with_other_columns_is_refused_with_its_number() throws IOException {
        Path file = file("id\ttime\tlabel\ttitle\tbody\n7\t2019/2/8 1:05:09\tROADS\n");

        assertThatThrownBy(() -> read(file)).isInstanceOf(Trouble.class).hasMessageContaining("row 2");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("messages"), text);
    }

    private static List<Messages.Message> read(Path file, String... options) throws IOException {
        Host host = new Host();
        new CommandLine(host).parseArgs(options);
        return host.messages.read(file);
    }
}
