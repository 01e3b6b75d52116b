package org.chuishao.routing.dispatch;

import java.util.List;

/** What the rules decide about a ticket. */
sealed interface Outcome {

    /** For people: the catalogue's basis, or why a dispatcher has to decide. */
    String basis();

    record Dispatch(String lead, List<String> assisting, List<String> copies, String basis) implements Outcome {}

    record Queue(String basis) implements Outcome {}
}
