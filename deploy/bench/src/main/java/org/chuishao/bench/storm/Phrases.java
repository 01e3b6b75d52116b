package org.chuishao.bench.storm;

import java.util.List;
import java.util.Random;

/** What people say when the heating fails; half of them nearly the same. Written for this benchmark. */
final class Phrases {

    private static final List<String> WHEN = List.of("从昨晚开始", "今天早上起", "已经两天了，", "下午三点以后", "这几天");
    private static final List<String> WHAT = List.of("暖气不热", "暖气片冰凉", "家里不供暖", "室温不达标", "没有暖气", "停止供热没人管", "供暖温度太低");
    private static final List<String> WHO = List.of("家里有老人", "孩子冻感冒了", "整栋楼都这样", "楼上楼下都一样", "邻居也反映过");
    private static final List<String> ASK = List.of("请尽快派人维修", "请问什么时候恢复供暖", "要求上门测温", "希望热力公司给个说法");

    private static final List<String> OTHERS =
            List.of("路面大坑一直没有补", "垃圾三天没有清运", "学校门口上下学太拥堵", "公园路灯不亮", "物业乱收停车费", "工地夜间施工噪声扰民");

    private final Random chance;

    Phrases(long seed) {
        chance = new Random(seed);
    }

    String storm() {
        return chance.nextBoolean()
                ? "我家暖气不热，室温只有" + (9 + chance.nextInt(6)) + "度，请尽快处理"
                : one(WHEN) + one(WHAT) + "，" + one(WHO) + "，" + one(ASK);
    }

    String other() {
        return one(OTHERS) + "，请尽快处理";
    }

    private String one(List<String> of) {
        return of.get(chance.nextInt(of.size()));
    }
}
