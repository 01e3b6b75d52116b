package org.chuishao.routing.category;

import java.util.List;
import org.chuishao.mesh.event.IntakeEvent.Kind;
import org.chuishao.mesh.event.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket is about: a node of a tree of three levels, each of which a ticket may be given.
 *
 * @param parent the next coarser one, null at the top
 * @param line the industry line, null where the territory or the county has it
 * @param severity of every ticket of the category; null where the ticket's kind decides
 * @param kind what it usually is; null where that is open
 * @param keyAreas views of 重点人群, 重点事件, 重点单位 and 重点领域 that it belongs to: codes of terms
 * @param gridEvent what a grid worker calls it: the code of a term
 * @param words that speak for it
 */
public record Category(
        String code,
        @Nullable String parent,
        @Nullable String line,
        String zh,
        String en,
        @Nullable Severity severity,
        @Nullable Kind kind,
        List<String> keyAreas,
        @Nullable String gridEvent,
        List<String> words) {

    /** What is none of the others. */
    public static final String OTHER = "OTHER";

    /** Stands where a line is asked for and the category has none: the territory or the county has it. */
    public static final String TERRITORY = "TERRITORY";

    public Category {
        keyAreas = List.copyOf(keyAreas);
        words = List.copyOf(words);
    }

    /** One that stands for itself. */
    public Category(
            String code, @Nullable String line, String zh, String en, @Nullable Severity severity, List<String> words) {
        this(code, null, line, zh, en, severity, null, List.of(), null, words);
    }

    public String lineOrTerritory() {
        return line == null ? TERRITORY : line;
    }
}
