package org.chuishao.local.replay.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** All communities of the province, from the file that grid loads at its first start. */
public final class Communities {

    private static final String COMMUNITY = "5";

    private final List<Community> all;

    private Communities(List<Community> all) {
        this.all = all;
    }

    public static Communities ofLiaoning() {
        try (InputStream file = Communities.class.getResourceAsStream("/reference/liaoning_divisions.tsv");
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(file, "liaoning_divisions.tsv"), UTF_8))) {
            return of(lines.lines().map(line -> line.split("\t", -1)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Communities of(List<String[]> divisions) {
        Map<String, String> names = new HashMap<>();
        divisions.forEach(division -> names.put(division[0], division[2]));
        return new Communities(divisions.stream()
                .filter(division -> division[1].equals(COMMUNITY))
                .map(division -> new Community(division[0], fullName(division[0], names)))
                .toList());
    }

    private static String fullName(String code, Map<String, String> names) {
        StringBuilder name = new StringBuilder();
        for (int length : new int[] {4, 6, 9, 12}) {
            name.append(names.getOrDefault(code.substring(0, length), ""));
        }
        return name.toString();
    }

    /** Those that lie in a division. */
    public List<Community> within(String code) {
        return all.stream()
                .filter(community -> community.code().startsWith(code))
                .toList();
    }

    int size() {
        return all.size();
    }

    Community get(int index) {
        return all.get(index);
    }
}
