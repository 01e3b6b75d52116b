package org.chuishao.local.mesh;

import java.util.List;
import java.util.stream.IntStream;
import org.chuishao.local.replay.message.Message;

/** Messages of several kinds in any number; some of them leave it to a dispatcher whom they go to. */
final class MadeUp {

    private static final List<String> MATTERS = List.of(
            "家里暖气不热，室温只有15度",
            "小区停水一整天没有通知",
            "楼道里有煤气味，请马上派人来",
            "电梯坏了半个月没人修",
            "举报有人在出租屋里赌博",
            "请问今年供暖费什么时候交",
            "建议在河边增加座椅",
            "整条街停电两个小时了",
            "投诉补习班关门不退费",
            "隔壁半夜装修扰民");

    private MadeUp() {}

    static List<Message> messages(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> new Message(
                        Integer.toString(i),
                        "A" + i / 3,
                        MATTERS.get(i % MATTERS.size()),
                        "2026/11/%d 8:%02d:00".formatted(1 + i % 20, i % 60),
                        MATTERS.get(i % MATTERS.size()) + "，已经向社区反映过，第" + i + "件。"))
                .toList();
    }
}
