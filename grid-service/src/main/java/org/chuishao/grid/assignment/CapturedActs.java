package org.chuishao.grid.assignment;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.chuishao.grid.assignment.Acts.Arrival;
import org.chuishao.grid.assignment.Acts.Contact;
import org.chuishao.grid.assignment.Acts.Report;
import org.chuishao.grid.assignment.Acts.Resolution;
import org.chuishao.grid.json.CheckedJson;
import org.chuishao.mesh.log.Idempotency.Reply;
import org.jspecify.annotations.Nullable;

/** Does what a phone captured without a network: by the use case of the online command, and once with it for the same key. */
@ApplicationScoped
public class CapturedActs {

    private final ActCalls calls;
    private final HandleAssignment handle;
    private final Deeds deeds;
    private final CheckedJson json;

    CapturedActs(ActCalls calls, HandleAssignment handle, Deeds deeds, CheckedJson json) {
        this.calls = calls;
        this.handle = handle;
        this.deeds = deeds;
        this.json = json;
    }

    /** What may be captured. */
    public enum Kind {
        SIGN,
        CONTACT,
        ARRIVE,
        REPORT,
        RESOLVE
    }

    /** How much one act may hold: characters of a note and of a result, references of evidence. */
    public record Limits(int note, int result, int evidence) {

        public static final Limits OF_ALL = new Limits(Acts.LONGEST_NOTE, Acts.LONGEST_RESULT, Acts.MOST_EVIDENCE);
    }

    /** @param body as the online command takes it; none for a signature */
    public Uni<Reply> perform(Kind kind, UUID assignment, String key, @Nullable JsonNode body, Instant capturedAt) {
        return switch (kind) {
            case SIGN -> once("signatures", key, Map.of(), deeds.sign(assignment, capturedAt));
            case CONTACT -> {
                Contact it = json.read(body, Contact.class);
                yield once("contacts", key, it, deeds.contact(assignment, it, capturedAt));
            }
            case ARRIVE -> {
                Arrival it = json.read(body, Arrival.class);
                yield once("arrivals", key, it, deeds.arrive(assignment, it, capturedAt));
            }
            case REPORT -> {
                Report it = json.read(body, Report.class);
                yield once("reports", key, it, deeds.report(assignment, it, capturedAt));
            }
            case RESOLVE -> {
                Resolution it = json.read(body, Resolution.class);
                yield once("resolutions", key, it, deeds.resolve(assignment, it, capturedAt));
            }
        };
    }

    private Uni<Reply> once(String name, String key, Object body, HandleAssignment.Act act) {
        return handle.handle(act, calls.call(act.assignment(), name, key, body));
    }
}
