package org.chuishao.local.replay.reckoning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private final ArrayNode items = JsonNodeFactory.instance.arrayNode();

    @Test
    void aWholeLifeIsInOrder() {
        life();

        assertThat(Timeline.complaints(items)).isEmpty();
    }

    @Test
    void aMissingEventShows() {
        life();
        items.remove(4); // the signature

        assertThat(Timeline.complaints(items)).containsExactly("assignment.contacted counted in PENDING_SIGN");
    }

    @Test
    void twoEventsInTheWrongOrderShow() {
        life();
        items.insert(6, items.remove(8)); // the review before the result

        assertThat(Timeline.complaints(items)).isNotEmpty();
    }

    @Test
    void anEventThatStandsTwiceShows() {
        life();
        items.add(items.get(9).deepCopy());

        assertThat(Timeline.complaints(items)).contains("twice in the timeline: ticket.closed");
    }

    @Test
    void aLateEventIsNoFault() {
        life();
        item("ticket.withdrawn", "CLOSED").put("late", true);

        assertThat(Timeline.complaints(items)).isEmpty();
    }

    @Test
    void aTicketDispatchedTwiceInOneRoundShows() {
        item("ticket.received", "RECEIVED");
        item("ticket.accepted", "PENDING_DISPATCH");
        item("ticket.dispatched", "PENDING_DISPATCH");
        item("ticket.dispatched", "PENDING_SIGN");

        assertThat(Timeline.complaints(items)).containsExactly("done twice: ticket.dispatched");
    }

    private void life() {
        item("ticket.received", "RECEIVED");
        item("ticket.accepted", "PENDING_DISPATCH");
        item("ticket.dispatched", "PENDING_SIGN");
        item("assignment.created", "PENDING_SIGN");
        item("assignment.signed", "IN_PROGRESS");
        item("assignment.contacted", "IN_PROGRESS");
        item("assignment.resolved", "PENDING_REVIEW");
        item("ticket.reviewed", "PENDING_CALLBACK");
        item("ticket.called-back", "PENDING_CALLBACK");
        item("ticket.closed", "CLOSED");
    }

    private ObjectNode item(String type, String state) {
        return items.addObject()
                .put("id", Integer.toString(items.size()))
                .put("type", type)
                .put("state", state)
                .put("round", 1)
                .put("assignment", "a")
                .put("late", false);
    }
}
