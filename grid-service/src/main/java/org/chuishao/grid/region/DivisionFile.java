package org.chuishao.grid.region;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.chuishao.mesh.reference.RegionCode;

/** Reads the file of divisions: code, level (2 to 5) and name, parted by tabs. */
final class DivisionFile {

    static final String RESOURCE = "/reference/liaoning_divisions.tsv";

    private static final Pattern CODE = Pattern.compile(RegionCode.PROVINCE + "[0-9]{2,10}");
    private static final String LEVELS = "2345";

    private DivisionFile() {}

    /** Parents first. @throws IllegalArgumentException naming the first line that is wrong */
    static List<Division> read(InputStream file) {
        List<Division> divisions = new ArrayList<>();
        Set<String> codes = new HashSet<>(Set.of(RegionCode.PROVINCE));
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8.newDecoder()))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Division division = division(line, ++number);
                if (!codes.add(division.code())) {
                    throw wrong(number, "the code stands there twice");
                }
                divisions.add(division);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the file of divisions cannot be read as UTF-8", e);
        }
        for (int i = 0; i < divisions.size(); i++) {
            if (!codes.contains(parent(divisions.get(i)))) {
                throw wrong(i + 1, "its parent is not in the file");
            }
        }
        divisions.sort(Comparator.comparingInt(Division::level).thenComparing(Division::code));
        return divisions;
    }

    static String parent(Division division) {
        return RegionCode.at(division.code(), division.level() - 1);
    }

    private static Division division(String line, int number) {
        String[] columns = line.split("\t", -1);
        if (columns.length != 3) {
            throw wrong(number, "must have three columns: code, level, name");
        }
        if (!CODE.matcher(columns[0]).matches()) {
            throw wrong(number, "the code must be digits that begin with " + RegionCode.PROVINCE);
        }
        if (columns[1].length() != 1 || !LEVELS.contains(columns[1])) {
            throw wrong(number, "the level must be from 2 to 5");
        }
        int level = columns[1].charAt(0) - '0';
        if (RegionCode.level(columns[0]).orElse(0) != level) {
            throw wrong(number, "the code has not as many digits as its level asks for");
        }
        if (columns[2].isBlank()) {
            throw wrong(number, "the name is empty");
        }
        return new Division(columns[0], level, columns[2].strip());
    }

    private static IllegalArgumentException wrong(int number, String why) {
        return new IllegalArgumentException("divisions, line " + number + ": " + why);
    }
}
