package org.chuishao.bench.warnings.log;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.chuishao.bench.warnings.world.Complaint;
import org.chuishao.mesh.event.Event;
import org.chuishao.routing.category.Taxonomy;

/** The events of all complaints in the order of their time, without all of them being in memory at once. */
public final class Diary {

    private static final Comparator<Event> IN_TIME =
            Comparator.comparing(Event::at).thenComparing(Event::ticket).thenComparing(Event::basedOn);

    /** Takes one event after the other. */
    public interface Reader {
        void read(Event event) throws InterruptedException;
    }

    private final Orders orders;

    public Diary(Taxonomy tree, Seals seals) {
        orders = new Orders(tree, seals);
    }

    /** @param complaints in order of time */
    public void each(List<Complaint> complaints, Reader reader) throws InterruptedException {
        PriorityQueue<Event> coming = new PriorityQueue<>(IN_TIME);
        for (Complaint complaint : complaints) {
            while (!coming.isEmpty() && coming.element().at().isBefore(complaint.at())) {
                reader.read(coming.remove());
            }
            coming.addAll(Life.of(complaint, orders));
        }
        while (!coming.isEmpty()) {
            reader.read(coming.remove());
        }
    }
}
