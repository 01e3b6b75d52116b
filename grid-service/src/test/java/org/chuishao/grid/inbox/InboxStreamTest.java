package org.chuishao.grid.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.chuishao.grid.inbox.Signal.Changed;
import org.chuishao.grid.inbox.Signal.Resync;
import org.chuishao.grid.inbox.Signal.Resync.Reason;
import org.chuishao.mesh.scope.Scope;
import org.junit.jupiter.api.Test;

class InboxStreamTest {

    private static long told;

    @Test
    void signalsComeInOrderAsTheClientTakesThem() {
        InboxStream stream = new InboxStream(10);
        AssertSubscriber<Signal> client = stream.signals().subscribe().withSubscriber(AssertSubscriber.create(1));
        List<Signal> said = changes(3);
        said.forEach(stream::tell);

        assertThat(client.getItems()).isEqualTo(said.subList(0, 1));
        client.request(5);
        assertThat(client.getItems()).isEqualTo(said);
    }

    @Test
    void aClientThatLagsTooFarIsToldToReadAgain() {
        InboxStream stream = new InboxStream(3);
        AssertSubscriber<Signal> client = stream.signals().subscribe().withSubscriber(AssertSubscriber.create(0));
        changes(1_000).forEach(stream::tell);
        client.request(100);

        assertThat(client.getItems()).hasSizeLessThanOrEqualTo(4).first().isEqualTo(new Resync(Reason.SLOW_READER));
    }

    @Test
    void aSignOfLifeIsForAnIdleStreamOnly() {
        InboxStream stream = new InboxStream(3);
        AssertSubscriber<Signal> idle = stream.signals().subscribe().withSubscriber(AssertSubscriber.create(1));
        stream.beat();
        stream.beat();
        idle.request(1);

        assertThat(idle.getItems()).containsExactly(new Signal.Beat());
    }

    @Test
    void whatTheClientHadBeforeDoesNotComeAgain() {
        InboxStream stream = new InboxStream(10);
        List<Signal> said = changes(4);
        stream.tell(said.get(0));
        stream.tell(said.get(1));
        stream.goOnBehind(((Changed) said.get(2)).notice().mark());
        stream.tell(said.get(2));
        stream.tell(said.get(3));
        AssertSubscriber<Signal> client = stream.signals().subscribe().withSubscriber(AssertSubscriber.create(9));

        assertThat(client.getItems()).containsExactly(said.get(3));
    }

    @Test
    void itEndsAfterWhatWasSaidBefore() {
        InboxStream stream = new InboxStream(1);
        AssertSubscriber<Signal> client = stream.signals().subscribe().withSubscriber(AssertSubscriber.create(0));
        List<Signal> said = changes(1);
        said.forEach(stream::tell);
        stream.tell(new Signal.End());
        client.request(10);

        client.assertCompleted();
        assertThat(client.getItems()).isEqualTo(said);
    }

    @Test
    void aNoticeFindsTheStreamsWhoseScopeCoversIt() {
        Notice notice = notice("210102001002101", "U-TERR-210102001002", "W-1");
        List<Scope> scopes = List.of(
                scope(Set.of("2101"), null, null),
                scope(Set.of("210102001002101"), null, null),
                scope(Set.of("2102", "2103"), null, null),
                scope(Set.of(), "U-TERR-210102001002", null),
                scope(Set.of(), "U-TERR-210102001003", null),
                scope(Set.of(), null, "W-1"),
                scope(Set.of(), null, "W-2"),
                scope(Set.of(), null, null));
        for (Scope scope : scopes) {
            assertThat(Notice.keys(scope).stream().anyMatch(notice.keys()::contains))
                    .as("%s", scope)
                    .isEqualTo(scope.covers(notice.region(), notice.units(), notice.worker()));
        }
    }

    private static Scope scope(Set<String> regions, String unit, String worker) {
        return new Scope("somebody", "duty-desk", regions, unit, worker, null);
    }

    private static List<Signal> changes(int count) {
        return IntStream.range(0, count)
                .<Signal>mapToObj(i -> new Changed(notice("2101", "U-" + i, null)))
                .toList();
    }

    private static Notice notice(String region, String unit, String worker) {
        return new Notice(
                new Mark(++told),
                Notice.Kind.ASSIGNMENT,
                UUID.randomUUID(),
                UUID.randomUUID(),
                null,
                "PENDING_SIGN",
                region,
                List.of(unit),
                worker,
                OffsetDateTime.parse("2026-11-23T08:00:00+08:00"));
    }
}
