package org.chuishao.routing.opinion;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A citizen's words as they may leave the house. Wider than what is hidden from a dispatcher: every long number goes, whatever
 * it is, and so do plates, addresses on the net, doors, and names where the words around them say that they are names. A name
 * that stands alone is not found; hence secret tickets and reports are not sent at all.
 */
final class Masked {

    private static final String HIDDEN = "***";

    private static final String SURNAME = "(?:欧阳|司马|上官|诸葛|夏侯|皇甫|尉迟|公孙|慕容|令狐|司徒|长孙|宇文|"
            + "[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭郎鲁韦马苗方俞任袁柳"
            + "鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于傅齐康伍余顾孟黄穆萧肖尹姚邵汪祁毛狄戴宋庞熊纪舒屈项祝董梁杜阮蓝季贾"
            + "路江童颜郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍万柯管卢莫房解应宗丁邓洪包左石崔吉龚程邢裴陆荣翁荀甄曲封储靳段焦谷车侯"
            + "宁仇甘厉祖武符刘景詹龙叶司黎白蒲赖卓屠池乔闻党翟谭申冉桑桂牛边尚温庄晏柴瞿阎闫慕连习艾容向古易廖耿聂关付兰代])";
    private static final String GIVEN = "[\\p{IsHan}某*]{1,2}";
    private static final String CALLED =
            "(先生|女士|小姐|太太|阿姨|大爷|大妈|大叔|大姐|大哥|师傅|老师|医生|大夫|护士|警官|" + "经理|主任|局长|科长|处长|所长|院长|校长|书记|队长|站长|厂长|店长|老板|律师|某某|某)";
    private static final String SAID =
            "(?:我叫|我是|本人|名叫|名字叫|叫做|姓名|名字|联系人|业主|户主|房主|房东|租户|投诉人|来电人|" + "当事人|患者|孩子|儿子|女儿|丈夫|妻子|老公|老婆|父亲|母亲|邻居|法人|负责人)";
    /** What begins like a name and is none. */
    private static final String NO_NAME = "(?!高空|高压|高新|高楼|安装|安全|安排|安静|关[水电气闭门于]|张贴|应[该当]|常[年常]|连续|容易|"
            + "马上|马路|解决|向|曾经|封[路门闭]|毛坯|白天|乐意|石头|金额|于是|任[意何]|方便|方面|温度|夏天|时|党员|水|牛|边|车|古|成)";

    private record Hiding(Pattern pattern, String instead) {

        private Hiding(String pattern, String instead) {
            this(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), instead);
        }
    }

    /** In this order: what is longer and surer first. */
    private static final List<Hiding> HIDINGS = List.of(
            new Hiding("(?:https?://|www\\.)[^\\s\\p{IsHan},;]+", HIDDEN),
            new Hiding("[a-z0-9._%+-]{1,64}@[a-z0-9.-]{1,255}", HIDDEN),
            new Hiding("((?:微信|qq|抖音|快手|微博|支付宝)号?(?:码|是|为)?[: ]{0,2})[a-z0-9_-]{5,40}", "$1" + HIDDEN),
            new Hiding("[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使][a-z][ ·.-]?[a-z0-9]{4,6}[挂学警港澳领]?", HIDDEN),
            // identity cards, telephones, bank cards, order numbers: six digits or more, however they are parted
            new Hiding(
                    "[(+]{0,2}(?:(?<![a-z0-9])[a-z]{1,3})?[0-9](?:[\\s\\p{Pd}._,、·()/*:;。|+~转杠横]{0,3}+[0-9]){5,}+x?",
                    HIDDEN),
            new Hiding("[〇零一二三四五六七八九幺两洞拐壹贰叁肆伍陆柒捌玖](?:[\\s\\p{Pd},、.:;。]{0,2}+[〇零一二三四五六七八九幺两洞拐壹贰叁肆伍陆柒捌玖]){5,}+", HIDDEN),
            new Hiding("(?<![a-z0-9])(?=[a-z]{0,20}[0-9])[a-z0-9]{8,}", HIDDEN),
            new Hiding("(?:\\*{3}){2,}", HIDDEN),
            new Hiding("(?<![a-z0-9])[0-9]{1,4}[a-z]?(?:[\\p{Pd}#][a-z0-9]{1,4}){1,4}(?![a-z0-9])", "*"),
            new Hiding(
                    "(?:[a-z]?[0-9]{1,5}[a-z]?|[a-z]|[〇零一二三四五六七八九十百千两甲乙丙丁]{1,6})"
                            + "(号楼|号院|号门|栋|幢|座|单元|弄|巷|号|室|楼|层|门|户)",
                    "*$1"),
            new Hiding("(号楼|号院|栋|幢|座|单元|楼|门)[ -]?[a-z]?[0-9]{1,5}(?![0-9])", "$1*"),
            new Hiding(SURNAME + "(?:" + GIVEN + ")?" + CALLED, HIDDEN + "$1"),
            new Hiding("(" + SAID + "(?:是|为|叫)?[: ]{0,2})" + NO_NAME + SURNAME + GIVEN, "$1" + HIDDEN));

    private Masked() {}

    static String of(String words) {
        // what is not seen could part a number
        String text = Normalizer.normalize(words, Normalizer.Form.NFKC).replaceAll("[\\p{Cf}\\p{Cc}&&[^\\n]]", "");
        for (Hiding hiding : HIDINGS) {
            text = hiding.pattern().matcher(text).replaceAll(hiding.instead());
        }
        return text;
    }
}
