package org.chuishao.local.mesh;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chuishao.local.replay.message.Caller;
import org.chuishao.local.replay.message.Cast;
import org.chuishao.local.replay.message.Casting;
import org.chuishao.local.replay.message.Communities;
import org.chuishao.local.replay.message.Community;
import org.chuishao.local.replay.message.Message;

/** Callers who can be told from everything else: each name, phone, identity number and door is there once. */
final class MarkedCallers implements Cast {

    private final Casting places = new Casting(2, Communities.ofLiaoning());

    static Caller caller(int number) {
        return new Caller(
                "欧阳标" + number + "记",
                "1397%07d".formatted(3_100_000 + number * 7L),
                "2101021990%08d".formatted(73_100_000 + number * 11L),
                "朝霞里" + (4000 + number) + "栋朝霞门" + (9000 + number));
    }

    static List<String> marks(int callers) {
        return IntStream.range(0, callers)
                .mapToObj(MarkedCallers::caller)
                .flatMap(caller -> Stream.of(caller.name(), caller.phone(), caller.id(), caller.address()))
                .toList();
    }

    /** As citizens do, they say in the text who they are and where they live. */
    static List<Message> messages(int number) {
        return MadeUp.messages(number).stream()
                .map(message -> {
                    Caller caller = caller(Integer.parseInt(message.id()));
                    String words = "我是%s，住%s，电话%s，身份证%s。"
                            .formatted(caller.name(), caller.address(), caller.phone(), caller.id());
                    return new Message(
                            message.id(),
                            "A" + message.id(),
                            message.title() + "，" + caller.phone(),
                            message.time(),
                            words + message.body());
                })
                .toList();
    }

    @Override
    public Community community(Message message) {
        Community place = places.community(message);
        Caller caller = caller(message);
        return new Community(place.code(), place.fullName() + caller.address());
    }

    @Override
    public Caller caller(Message message) {
        return caller(Integer.parseInt(message.id()));
    }
}
