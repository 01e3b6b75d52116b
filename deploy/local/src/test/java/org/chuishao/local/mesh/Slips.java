package org.chuishao.local.mesh;

import java.util.List;
import org.chuishao.local.replay.message.Caller;

/** Requests with a caller's marks in the wrong place, as integrators send them on their first day. */
final class Slips {

    private Slips() {}

    /** @param status what it is answered with */
    record Slip(String what, String role, String method, String path, String body, int status) {}

    static List<Slip> of(Caller who) {
        String caller = "{\"name\":\"%s\",\"phone\":\"%s\",\"id\":\"%s\",\"address\":\"%s\"}"
                .formatted(who.name(), who.phone(), who.id(), who.address());
        return List.of(
                ticket("a phone that is none", order(caller.replace(who.phone(), "电话" + who.phone() + "转2")), 400),
                ticket("an unknown field", order(caller).replaceFirst("\\{", "{\"" + who.phone() + "\":1,"), 400),
                ticket(
                        "a name that is an object",
                        order(caller.replace("\"name\":\"" + who.name(), "\"name\":{\"a\":\"" + who.name())
                                .replace("\",\"phone", "\"},\"phone")),
                        400),
                ticket("a channel that is a name", order(caller).replace("\"PHONE\"", "\"" + who.name() + "\""), 400),
                ticket(
                        "a time that is a door",
                        order(caller).replaceFirst("\\{", "{\"happenedAt\":\"" + who.address() + "\","),
                        400),
                ticket("a region that is a phone", order(caller).replace("210102001002", who.phone()), 400),
                ticket(
                        "a source number that is a phone",
                        order(caller).replaceFirst("\\{", "{\"sourceNumber\":\"" + who.phone() + "\","),
                        400),
                ticket(
                        "half a request",
                        order(caller).substring(0, order(caller).length() - 40),
                        400),
                ticket(
                        "too long a content",
                        order(caller).replace("停水了", (who.name() + who.phone()).repeat(4_000)),
                        400),
                new Slip("nobody's token", "", "POST", "/api/v1/tickets", order(caller), 401),
                new Slip("another's token", "grid-worker", "POST", "/api/v1/tickets", order(caller), 403),
                new Slip("a path that is a name", "agent", "GET", "/api/v1/tickets/" + who.id(), "", 404),
                new Slip(
                        "a wrong phone in a search",
                        "agent",
                        "GET",
                        "/api/v1/tickets?callerPhone=x" + who.phone(),
                        "",
                        400),
                new Slip("a cursor that is a phone", "agent", "GET", "/api/v1/tickets?cursor=" + who.phone(), "", 400));
    }

    /** A ticket that would be taken. */
    static String order(String caller) {
        return """
                {"channel":"PHONE","kind":"HELP","title":"停水","content":"停水了","caller":%s,\
                "place":{"text":"附近","region":"210102001002"}}""".formatted(caller);
    }

    private static Slip ticket(String what, String body, int status) {
        return new Slip(what, "call-centre", "POST", "/api/v1/tickets", body, status);
    }
}
