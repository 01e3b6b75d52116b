package org.chuishao.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static final Path PROJECT = Path.of(System.getProperty("chuishao.project", "../.."));
    private static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
    private static final Pattern SETTING = Pattern.compile("@WithDefault\\(.+\\)\\s+\\S+ (\\w+)\\(\\);");

    @Test
    void everySettingOfTheServicesIsOnThePageOfSettings() throws IOException {
        String page = Files.readString(PROJECT.resolve("deploy/CONFIGURATION.md"));
        List<String> settings = Stream.of(
                        "mesh", "intake-service", "routing-service", "grid-service", "analytics-service")
                .flatMap(module -> settings(PROJECT.resolve(module).resolve("src/main/java")))
                .toList();
        assertThat(settings).contains("pool.max-waiting", "intake.feed-window");
        assertThat(settings.stream().filter(setting -> !isOn(page, setting))).isEmpty();
    }

    private static boolean isOn(String page, String setting) {
        String[] named = setting.split("[.]", -1);
        return page.contains("chuishao." + named[0]) && page.contains("." + named[named.length - 1] + "`");
    }

    /** The first and the last part of each key. */
    private static Stream<String> settings(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java")).map(SettingsTest::read).toList().stream()
                    .flatMap(SettingsTest::settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> settings(String source) {
        Matcher mapping = MAPPING.matcher(source);
        if (!mapping.find()) {
            return Stream.of();
        }
        String prefix = mapping.group(1).replaceFirst("^chuishao[.]", "");
        return SETTING.matcher(source)
                .results()
                .map(MatchResult::group)
                .map(found -> SETTING.matcher(found).replaceFirst("$1"))
                .map(name -> prefix + "." + name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
