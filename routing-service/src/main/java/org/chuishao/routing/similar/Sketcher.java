package org.chuishao.routing.similar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import org.chuishao.mesh.crypto.KeyedHash;
import org.chuishao.routing.place.PlaceNames;
import org.jspecify.annotations.Nullable;

/** Makes sketches by one secret salt: without it nobody tells whether a word is in a text. */
final class Sketcher {

    /** Golden ratio, as SplittableRandom steps. */
    static final long STEP = 0x9e3779b97f4a7c15L;

    private static final int READ = 400;
    private static final int NAMES = 4;

    private final KeyedHash keyed;

    Sketcher(String salt) {
        keyed = new KeyedHash(salt);
    }

    /**
     * @param place the words about the place, of which only names of estates and roads count
     * @return empty where the words say nothing
     */
    Optional<Sketch> sketch(String title, String content, @Nullable String place) {
        String text = title + '\n' + content.substring(0, Math.min(content.length(), READ));
        Set<String> names = PlaceNames.in((place == null ? "" : place) + '\n' + text);
        Set<String> essence = Essence.of(text, names);
        if (essence.isEmpty()) {
            return Optional.empty();
        }
        Mac mac = keyed.mac();
        long[] least = new long[Sketch.MARKS];
        Arrays.fill(least, -1L);
        for (String gram : essence) {
            long hash = hash(mac, "gram " + gram);
            for (int i = 0; i < least.length; i++) {
                long mark = mixed(hash + i * STEP);
                least[i] = Long.compareUnsigned(mark, least[i]) < 0 ? mark : least[i];
            }
        }
        List<Integer> marks = names.stream()
                .limit(NAMES)
                .map(name -> (int) hash(mac, "name " + name))
                .toList();
        return Optional.of(new Sketch(last16(least), marks));
    }

    /** The first bits of a minimum are nearly always nought. */
    private static byte[] last16(long[] least) {
        ByteBuffer marks = ByteBuffer.allocate(Sketch.MARKS * Short.BYTES);
        for (long mark : least) {
            marks.putShort((short) mark);
        }
        return marks.array();
    }

    /** The finish of SplitMix64. */
    static long mixed(long value) {
        long mixed = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }

    private static long hash(Mac mac, String text) {
        return ByteBuffer.wrap(mac.doFinal(text.getBytes(UTF_8))).getLong();
    }
}
