package org.chuishao.analytics.matter;

import static org.chuishao.analytics.cockpit.Asks.analyst;
import static org.chuishao.analytics.cockpit.Asks.ask;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.MeshResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MeshResource.class)
class MatterListTest {

    @Test
    void matters_are_named_in_both_languages_under_their_fields() {
        ask(analyst("2101"), "/matters")
                .statusCode(200)
                .body("items[0].code", is("UTILITIES"))
                .body("items[0].field", nullValue())
                .body("items.find { it.code == 'HEATING_OFF' }.field", is("UTILITIES"))
                .body("items.find { it.code == 'HEATING_OFF' }.line", is("HEATING"))
                .body("items.find { it.code == 'HEATING_OFF' }.name.zh", is("停暖不热"))
                .body("items.find { it.code == 'HEATING_OFF' }.name.en", is("Heating off"));
        ask(Bearer.of("citizen").citizen("C-1"), "/matters").statusCode(403);
    }
}
