package org.chuishao.bench.accept;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.chuishao.local.replay.message.Casting;
import org.chuishao.local.replay.message.Communities;
import org.chuishao.local.replay.message.Message;
import org.chuishao.local.replay.message.TicketBody;

/** Requests of tickets, each with a key and a source number of its own; matters that the catalogue dispatches by itself. */
final class Orders {

    private static final List<String> MATTERS = List.of(
            "家里暖气不热，室温只有15度",
            "小区停水一整天没有通知",
            "电梯坏了半个月没人修",
            "整条街停电两个小时了",
            "燃气公司约了三次都没来通气",
            "学校门口上下学太拥堵",
            "路面大坑一直没有补",
            "垃圾三天没有清运");
    private static final int VARIETY = 512;
    private static final String NUMBER = "bench-number";

    private final List<String> bodies = new ArrayList<>();
    private final AtomicLong next = new AtomicLong();
    private final String head;

    Orders(URI intake, String token) {
        Casting casting = new Casting(1, Communities.ofLiaoning());
        for (int i = 0; i < VARIETY; i++) {
            String matter = MATTERS.get(i % MATTERS.size());
            Message message = new Message("m" + i, "a" + i, matter, "", (matter + "，已经反映过多次，请尽快派人处理。").repeat(3));
            ObjectNode body = TicketBody.of(message, casting.caller(message), casting.community(message), NUMBER);
            bodies.add(body.toString());
        }
        head = "POST /api/v1/tickets HTTP/1.1\r\nHost: " + intake.getAuthority() + "\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nIdempotency-Key: ";
    }

    /** A request that was never sent before. */
    byte[] next() {
        return request(next.getAndIncrement());
    }

    /** One of those that were sent: it goes the same way, and makes no second ticket. */
    byte[] again() {
        return request(ThreadLocalRandom.current().nextLong(next.get()));
    }

    private byte[] request(long number) {
        String key = "bench-" + number;
        byte[] body = bodies.get((int) (number % VARIETY)).replace(NUMBER, key).getBytes(UTF_8);
        byte[] start = (head + key + "\r\nContent-Length: " + body.length + "\r\n\r\n").getBytes(UTF_8);
        byte[] request = new byte[start.length + body.length];
        System.arraycopy(start, 0, request, 0, start.length);
        System.arraycopy(body, 0, request, start.length, body.length);
        return request;
    }
}
