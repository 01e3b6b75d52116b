package org.chuishao.intake.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chuishao.intake.ticket.Texts;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.testkit.Secrets;
import org.junit.jupiter.api.Test;

class EventWordsTest {

    private static final UUID TICKET = UUID.randomUUID();

    private final Secrets secrets = Secrets.fresh();
    private final Sealer sealer = new Sealer(secrets.log());
    private final EventWords words = new EventWords(Texts.by(secrets));

    @Test
    void sealedTextsAreOpenedOneByOneAndLeftOutWhereTheyMustNotBeSeen() {
        JsonObject promised = new JsonObject()
                .put("until", "2027-06-30T15:59:59Z")
                .put("milestones", new JsonArray().add(seal("三月前完成勘测")).add(seal("六月前换管，联系13812341234")));

        assertThat(words.opened(
                        TICKET, "ticket.promised", promised, true, text -> text.replaceAll("1[0-9]{10}", "***")))
                .containsEntry("milestones", List.of("三月前完成勘测", "六月前换管，联系***"));
        assertThat(words.masked("ticket.promised", promised, true)).containsOnlyKeys("until");
    }

    @Test
    void whatTheDispatcherTypedIsSealedAndTheRulesBasisIsNot() {
        JsonObject dispatched = new JsonObject().put("basis", "catalogue").put("words", seal("职责明确"));

        assertThat(words.opened(TICKET, "ticket.dispatched", dispatched, true, text -> text))
                .containsEntry("words", "职责明确");
        assertThat(words.masked("ticket.dispatched", dispatched, true)).containsOnlyKeys("basis");
    }

    @Test
    void aPositionLeadsToADoorAndIsShownOnlyToWhoMaySeeThePlace() {
        JsonObject received = new JsonObject()
                .put("callerHash", "h")
                .put(
                        "place",
                        new JsonObject()
                                .put("text", seal("三号楼"))
                                .put("region", "2101")
                                .put("longitude", 123.4)
                                .put("latitude", 41.8)
                                .put("crs", "WGS84"));

        assertThat(shown(received, false)).containsExactly("region");
        assertThat(shown(received, true)).containsExactlyInAnyOrder("region", "longitude", "latitude", "crs");
    }

    @Test
    void whatMakesWordsComparableWithOthersIsShownToNobody() {
        JsonObject classified = new JsonObject().put("category", "HEATING").put("meaning", "AAAAAAAA");

        assertThat(words.opened(TICKET, "ticket.classified", classified, true, text -> text))
                .containsOnlyKeys("category");
        assertThat(words.masked("ticket.classified", classified, true)).containsOnlyKeys("category");
    }

    private Set<String> shown(JsonObject received, boolean positioned) {
        JsonObject masked = new JsonObject(words.masked("ticket.received", received, positioned));
        assertThat(masked.fieldNames()).containsExactly("place");
        return masked.getJsonObject("place").fieldNames();
    }

    private String seal(String text) {
        return sealer.seal(text).value();
    }
}
