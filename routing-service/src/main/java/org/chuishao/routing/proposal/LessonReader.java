package org.chuishao.routing.proposal;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chuishao.mesh.event.WhistleEvent.Improper;
import org.chuishao.mesh.event.WhistleEvent.ObjectionDecided;
import org.chuishao.mesh.event.WhistleEvent.WhistleClosed;
import org.chuishao.mesh.log.LogEffect;
import org.chuishao.mesh.log.ReadEvent;
import org.chuishao.mesh.log.ReaderTransaction;
import org.chuishao.mesh.reference.RegionCode;
import org.chuishao.routing.catalogue.CurrentRules;
import org.chuishao.routing.catalogue.Entry;
import org.chuishao.routing.category.Category;

/**
 * Offers what a whistle taught to the dispatch catalogue: at its closing the departments that came and solved, and one that
 * an adjudicator found to have been called outside its duties.
 */
@ApplicationScoped
class LessonReader implements LogEffect {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int COUNTY = 3;

    private static final String OFFER = """
            insert into catalogue_proposal (id, ticket_id, category, region, lead, assisting, proposed_by, proposed_at,
                source, solved, released)
            select $1::uuid, $2::uuid, $3::text, $4::text, $5::text, $6::text[], $7::text, $8::timestamptz, $9::text,
                $10::text[], $11::text[]
            where not exists (select from catalogue_proposal where id = $1::uuid)
            on conflict (category, region, solved, released) where verdict is null and source <> 'CONFERENCE'
                do update set times = catalogue_proposal.times + 1
            """;

    private final CurrentRules rules;

    LessonReader(CurrentRules rules) {
        this.rules = rules;
    }

    @Override
    public Uni<Void> on(ReaderTransaction transaction, List<ReadEvent> events) {
        List<Tuple> lessons = new ArrayList<>();
        events.stream().filter(ReadEvent::applied).forEach(read -> lesson(read).ifPresent(lessons::add));
        // one by one: two of a batch may teach the same
        return lessons.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.sql().preparedQuery(OFFER).executeBatch(lessons).replaceWithVoid();
    }

    private Optional<Tuple> lesson(ReadEvent read) {
        if (read.event().data() instanceof WhistleClosed it && it.region() != null && it.solved() != null) {
            return lesson(read, "WHISTLE", it.region(), it.solved(), List.of());
        }
        if (read.event().data() instanceof ObjectionDecided it
                && it.upheld()
                && it.improper() == Improper.OUTSIDE_DUTY) {
            return lesson(read, "OBJECTION", read.after().region(), List.of(), List.of(it.department()));
        }
        return Optional.empty();
    }

    private Optional<Tuple> lesson(
            ReadEvent read, String source, String place, List<String> solved, List<String> released) {
        String category = read.after().category();
        String county = RegionCode.at(place, COUNTY);
        // what fits no category would be an entry for all that fits none
        if (category == null || category.equals(Category.OTHER) || county.length() < RegionCode.digits(COUNTY)) {
            return Optional.empty();
        }
        List<String> sorted = solved.stream().sorted().toList();
        LocalDate day = read.event().at().atZone(CHINA).toLocalDate();
        Entry present = rules.get().catalogue().find(category, county, day).orElse(null);
        return Lesson.of(present, county, sorted, released)
                .map(it -> row(read, source, category, county, it, sorted, released));
    }

    private static Tuple row(
            ReadEvent read,
            String source,
            String category,
            String county,
            Lesson it,
            List<String> solved,
            List<String> released) {
        return Tuple.tuple()
                .addUUID(read.event().id())
                .addUUID(read.event().ticket())
                .addString(category)
                .addString(county)
                .addString(it.lead())
                .addArrayOfString(it.assisting().toArray(String[]::new))
                .addString(read.event().actor().id())
                .addOffsetDateTime(read.event().at().atOffset(ZoneOffset.UTC))
                .addString(source)
                .addArrayOfString(solved.toArray(String[]::new))
                .addArrayOfString(released.toArray(String[]::new));
    }
}
