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

    @Test
    void anAssistingUnitGoesItsOwnWay() {
        life();
        items.insert(4, assisting("assignment.created", "PENDING_SIGN"));
        items.insert(8, assisting("assignment.signed", "PENDING_REVIEW"));
        items.insert(10, assisting("assignment.resolved", "PENDING_CALLBACK"));

        assertThat(Timeline.complaints(items)).isEmpty();
    }

    @Test
    void anAssistingUnitThatResolvesBeforeItSignsShows() {
        life();
        items.insert(4, assisting("assignment.created", "PENDING_SIGN"));
        items.insert(8, assisting("assignment.resolved", "PENDING_REVIEW"));

        assertThat(Timeline.complaints(items)).containsExactly("assignment.resolved counted in PENDING_SIGN");
    }

    private ObjectNode assisting(String type, String state) {
        ObjectNode item = item(type, state).put("assignment", "b");
        item.putObject("data").put("lead", false);
        items.remove(items.size() - 1);
        return item;
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
