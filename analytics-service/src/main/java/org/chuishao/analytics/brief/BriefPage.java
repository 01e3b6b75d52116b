package org.chuishao.analytics.brief;

import java.util.List;
import java.util.stream.IntStream;
import org.chuishao.analytics.brief.Brief.Note;
import org.chuishao.analytics.matter.Name;

/**
 * A brief as it stands on paper: headings, words, pictures and tables, in their order.
 *
 * @param issued the line under the head: place, days, and by when the figures are
 */
public record BriefPage(Name title, String place, String days, String issued, List<Section> sections) {

    /** A part with a heading of its own. */
    public record Section(String id, Name title, List<Words> words, List<Picture> pictures, List<Table> tables) {

        private static final int SMALL = 16;

        /** Whether it stays on one page. */
        public boolean small() {
            return tables.stream().allMatch(table -> table.rows().size() <= SMALL);
        }

        /** Whether its picture stands beside its table. */
        public boolean beside() {
            return pictures.stream().anyMatch(picture -> !picture.wide());
        }
    }

    /** A sentence in both languages. */
    public record Words(String zh, String en) {

        static Words of(Note note) {
            return new Words(note.zh(), note.en());
        }
    }

    /**
     * @param svg drawn by this service, with all words in it escaped
     * @param wide it takes the whole line
     */
    public record Picture(String svg, Name caption, boolean wide) {}

    /** A table, whose first column names the row. */
    public record Table(Name caption, List<Head> heads, List<Row> rows) {

        static Table of(Name caption, List<Head> heads, List<Line> lines) {
            return new Table(
                    caption,
                    heads,
                    lines.stream().map(line -> line.under(heads)).toList());
        }
    }

    /** @param words they stand to the left, figures to the right */
    public record Head(String zh, String en, boolean words) {}

    /** What a row says, the name first. */
    public record Row(String name, String english, List<Cell> cells) {}

    /** @param words it stands to the left */
    public record Cell(String text, boolean words) {}

    /** A row before it stands under its heads. */
    record Line(String name, String english, List<String> texts) {

        Row under(List<Head> heads) {
            return new Row(
                    name,
                    english,
                    IntStream.range(0, texts.size())
                            .mapToObj(
                                    i -> new Cell(texts.get(i), heads.get(i + 1).words()))
                            .toList());
        }
    }
}
