package org.chuishao.bench.warnings.plant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.chuishao.bench.warnings.world.Background;
import org.chuishao.bench.warnings.world.Complaint;
import org.chuishao.bench.warnings.world.Messages;
import org.chuishao.bench.warnings.world.Pen;
import org.chuishao.bench.warnings.world.Period;
import org.chuishao.bench.warnings.world.Places;
import org.chuishao.routing.category.Taxonomy;

/**
 * Twelve weeks with sixty incidents and many decoys in them; the same for the same seed, messages and size.
 *
 * @param complaints all of them, those planted among them, in order of time
 */
public record Story(List<Planted> planted, List<Network> networks, List<Complaint> complaints) {

    public static Story of(long seed, int aDay, Messages messages, Taxonomy tree) {
        SplittableRandom random = new SplittableRandom(seed);
        Period period = new Period();
        Places places = new Places(random.split());
        Pen pen = new Pen(random.split());
        Plot plot = new Plot(period, places, pen, random.split(), tree);
        // counties first, while there are some that nothing grows in
        counties(new Counties(plot));
        incidents(plot);
        decoys(plot);
        List<Complaint> all = new ArrayList<>(new Background(period, places, pen, random.split()).of(messages, aDay));
        all.addAll(plot.usual());
        plot.planted().forEach(one -> all.addAll(one.complaints()));
        all.sort(Comparator.comparing(Complaint::at).thenComparing(Complaint::ticket));
        return new Story(List.copyOf(plot.planted()), List.copyOf(plot.networks()), List.copyOf(all));
    }

    private static void counties(Counties counties) {
        counties.anomalies(10);
        counties.holidayWaves(3);
        counties.busyMondays(4);
    }

    private static void incidents(Plot plot) {
        new Clusters(plot).plant(20);
        new Facilities(plot).plant(12);
        Persons persons = new Persons(plot);
        persons.repeats(8);
        persons.reworked(5);
        persons.notSolved(5);
    }

    private static void decoys(Plot plot) {
        Neighbourhoods neighbourhoods = new Neighbourhoods(plot);
        neighbourhoods.loudCaller(4);
        neighbourhoods.manyMatters(4);
        neighbourhoods.few(4, 1);
        neighbourhoods.few(4, 2);
        neighbourhoods.slowDrip(4);
        neighbourhoods.withdrawn(4);
        Facilities facilities = new Facilities(plot);
        facilities.two(4);
        facilities.anotherService(3);
        Persons persons = new Persons(plot);
        persons.reworkedOnce(3);
        persons.longAgo(3);
        persons.somethingElse(3);
        persons.twice(3);
    }
}
