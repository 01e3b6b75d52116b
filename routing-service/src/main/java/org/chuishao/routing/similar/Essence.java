package org.chuishao.routing.similar;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What of a ticket's words tells its matter: no names of places, no numbers, none of what stands in any ticket. */
final class Essence {

    private static final List<String> PHRASES = List.of(
            "希望相关部门", "请相关部门", "市民来电", "来电反映", "相关部门", "有关部门", "尽快处理", "尽快解决", "反映", "请问", "您好", "你好", "希望", "尽快", "谢谢",
            "小区", "居民", "我家", "家里", "我们");

    private static final Pattern SMALL_WORDS = Pattern.compile("[的了是在我你您他她它这那也都就和与及把被将对很吧吗呢啊一个有]");
    private static final Pattern NOT_HAN = Pattern.compile("[^\\p{IsHan}]+");

    private Essence() {}

    /** Its characters and pairs of characters; no pair reaches over a stop or over what was left out. */
    static Set<String> of(String text, Collection<String> names) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        for (String name : names) {
            plain = plain.replace(name, " ");
        }
        for (String phrase : PHRASES) {
            plain = plain.replace(phrase, " ");
        }
        plain = SMALL_WORDS.matcher(plain).replaceAll("");
        Set<String> grams = new HashSet<>();
        for (String piece : NOT_HAN.split(plain)) {
            for (int i = 0; i < piece.length(); i++) {
                grams.add(piece.substring(i, i + 1));
                grams.add(piece.substring(i, Math.min(i + 2, piece.length())));
            }
        }
        return grams;
    }
}
