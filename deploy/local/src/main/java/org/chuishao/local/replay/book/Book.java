package org.chuishao.local.replay.book;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.chuishao.local.replay.message.Message;

/**
 * All messages of one run, what became of them and when. A ticket may reach an inbox before its POST has answered, so
 * times are kept by ticket whether its message is known or not.
 */
public final class Book {

    private final String run;
    private final List<Entry> entries;
    private final Map<UUID, Entry> byTicket = new ConcurrentHashMap<>();
    private final Map<UUID, Long> sentAt = new ConcurrentHashMap<>();
    private final Map<Stage, Map<UUID, Long>> reached = new EnumMap<>(Stage.class);
    private final Set<Entry> sent = ConcurrentHashMap.newKeySet();

    public Book(String run, List<Message> messages) {
        this.run = run;
        entries = messages.stream()
                .map(message -> Entry.of(message, run + '-' + message.id()))
                .toList();
        for (Stage stage : Stage.values()) {
            reached.put(stage, new ConcurrentHashMap<>());
        }
    }

    public String run() {
        return run;
    }

    public List<Entry> entries() {
        return entries;
    }

    public void sent(Entry entry) {
        sent.add(entry);
    }

    /** @param sentNanos when the message was due to be sent, so that a client that lags hides nothing */
    public void accepted(Entry entry, UUID ticket, long sentNanos, long nowNanos) {
        entry.fate().ticket(ticket);
        sentAt.put(ticket, sentNanos);
        byTicket.put(ticket, entry);
        reached(Stage.ACCEPTED, ticket, nowNanos);
    }

    public void refused(Entry entry, String why) {
        entry.fate().refusal(why);
    }

    /** Only the first time counts. */
    public void reached(Stage stage, UUID ticket, long nowNanos) {
        times(stage).putIfAbsent(ticket, nowNanos);
    }

    public boolean owns(UUID ticket) {
        return byTicket.containsKey(ticket);
    }

    public Set<UUID> tickets() {
        return Set.copyOf(byTicket.keySet());
    }

    /** How many messages came this far. */
    public long count(Stage stage) {
        return stage == Stage.SENT
                ? sent.size()
                : times(stage).keySet().stream().filter(this::owns).count();
    }

    /** Grows whenever anything moves. */
    public long moves() {
        return sent.size() + reached.values().stream().mapToLong(Map::size).sum();
    }

    /** The share of all steps up to this stage that are made, 0 to 1. */
    public double progress(Stage last) {
        double made = 0;
        for (Stage stage : Stage.values()) {
            made += stage.compareTo(last) <= 0 ? count(stage) : 0;
        }
        return made / Math.max(1, entries.size() * (last.ordinal() + 1));
    }

    /** True when all are settled one way or the other: closed, or refused at the door. */
    public boolean settled(Stage last) {
        return entries.stream()
                .allMatch(entry -> entry.fate().refusal() != null
                        || (entry.fate().ticket() != null
                                && times(last).containsKey(entry.fate().ticket())));
    }

    /** Nanoseconds from sending a message to its ticket's coming this far, sorted. */
    public long[] nanosTo(Stage stage) {
        return sentAt.entrySet().stream()
                .flatMapToLong(ticket -> {
                    Long at = times(stage).get(ticket.getKey());
                    return at == null ? LongStream.empty() : LongStream.of(at - ticket.getValue());
                })
                .sorted()
                .toArray();
    }

    private Map<UUID, Long> times(Stage stage) {
        return reached.getOrDefault(stage, Map.of());
    }
}
