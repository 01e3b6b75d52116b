package org.chuishao.mesh.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "53300", "57P01", "58030", "40001", "40P01", "55P03", "25006", "25P03"})
    void theLogWaitsForADatabaseThatIsAway(String state) {
        assertThat(Failures.kind(database(state))).isEqualTo(Failures.PASSING);
        assertThat(Failures.waits(database(state))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"42P01", "42703", "42501", "42601", "0A000"})
    void theLogWaitsForPeopleWhereTheSchemaIsWrong(String state) {
        assertThat(Failures.kind(new IllegalStateException(database(state)))).isEqualTo(Failures.OF_THE_SYSTEM);
        assertThat(Failures.waits(database(state))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22021", "22P02", "23505", "23514", "P0001"})
    void whatTheDatabaseTurnsDownIsTheRecordsFault(String state) {
        assertThat(Failures.kind(database(state))).isEqualTo(Failures.OF_THE_RECORD);
        assertThat(Failures.waits(database(state))).isFalse();
    }

    @Test
    void whatCannotBeParsedStaysSoThoughItIsAnIoException() {
        Throwable json = new JsonParseException(null, "no JSON");
        assertThat(json).isInstanceOf(IOException.class);
        assertThat(Failures.waits(json)).isFalse();
        assertThat(Failures.waits(new UncheckedIOException((IOException) json))).isFalse();
        assertThat(Failures.waits(new UnreadableEvent("no event", new IOException())))
                .isFalse();
    }

    @Test
    void theLogWaitsForTheNetwork() {
        assertThat(Failures.kind(new IOException())).isEqualTo(Failures.PASSING);
        assertThat(Failures.kind(new RuntimeException(new TimeoutException()))).isEqualTo(Failures.PASSING);
        assertThat(Failures.kind(new KafkaException("away"))).isEqualTo(Failures.PASSING);
        assertThat(Failures.kind(new NoStackTraceThrowable("Timeout"))).isEqualTo(Failures.PASSING);
        assertThat(Failures.waits(new NoStackTraceThrowable("Parameter at position[0] with class = [..]")))
                .isFalse();
    }

    @Test
    void anythingElseIsTheRecordsFault() {
        assertThat(Failures.waits(new IllegalStateException("an effect's bug"))).isFalse();
        assertThat(Failures.kind(new SystemFault("too many"))).isEqualTo(Failures.OF_THE_SYSTEM);
    }

    private static PgException database(String state) {
        return new PgException("made up", "ERROR", state, "a row");
    }
}
