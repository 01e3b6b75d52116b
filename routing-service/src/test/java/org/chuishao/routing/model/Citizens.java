package org.chuishao.routing.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What citizens say of three matters, in words that the rules do not know, written for the tests. */
final class Citizens {

    static final String HEAT = "HEATING_OFF";
    static final String SCHOOL = "SCHOOLS";
    static final String ROAD = "ROADS";

    private static final List<String> WHO = List.of("我家", "楼上", "隔壁", "我们单元", "整栋楼", "老两口");
    private static final List<String> SINCE = List.of("从昨晚起", "这几天", "入冬以来", "上周开始", "一直");

    private static final List<String> COLD = List.of("屋里冷得像冰窖", "屋里冻手冻脚", "穿棉袄还发抖", "夜里冻醒好几回");
    private static final List<String> LESSONS = List.of("老师变着法收钱", "娃娃天天写到半夜", "班里座位要托关系", "书包重得背不动");
    private static final List<String> HOLES = List.of("门口坑连着坑", "车轱辘总陷进去", "石板翘起来绊人", "水泥裂开大口子");

    private Citizens() {}

    record Said(String category, String title, String body) {}

    /** 120 of each. */
    static List<Said> all() {
        List<Said> all = new ArrayList<>();
        for (String who : WHO) {
            for (String since : SINCE) {
                for (int i = 0; i < COLD.size(); i++) {
                    all.add(new Said(HEAT, who + COLD.get(i), since + COLD.get((i + 1) % 4) + "，盼着有人来看看"));
                    all.add(new Said(SCHOOL, who + "说" + LESSONS.get(i), since + LESSONS.get((i + 1) % 4) + "，家长有苦难言"));
                    all.add(new Said(ROAD, who + HOLES.get(i), since + HOLES.get((i + 1) % 4) + "，骑车摔了好几回"));
                }
            }
        }
        return all;
    }

    /** With columns named as a province might have named them. */
    static String csv(int most) {
        List<Said> all = all().subList(0, most);
        return all.stream()
                .map(it -> it.category() + ',' + it.title() + ",\"" + it.body() + "\"," + all.indexOf(it))
                .collect(Collectors.joining("\n", "事项,标题,内容,编号\n", "\n"));
    }
}
