package org.chuishao.routing.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.chuishao.mesh.problem.Problem;
import org.chuishao.routing.learn.Answer.Candidate;
import org.jspecify.annotations.Nullable;

/** One page of the queue; {@code next} is the cursor of the next, null on the last. */
record QueuePage(
        List<Item> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {

    /**
     * A waiting ticket.
     *
     * @param title without numbers that point to a person; null where the ticket is a report (举报) or secret
     * @param reason why it waits for a dispatcher
     * @param returnedBy the unit that gave it back last, and was right to
     * @param suggestedUnit whose that unit says it is
     * @param candidates categories that a model would choose among, the likeliest first, each with the nearest confirmed tickets
     * @param claimedBy who has it in hand; null where nobody has
     */
    record Item(
            UUID ticket,
            @Nullable String number,
            @Nullable String title,
            String kind,
            boolean secret,
            String region,
            String regionName,
            String severity,
            String category,
            String reason,
            @Nullable String returnedBy,
            @Nullable String suggestedUnit,
            List<Candidate> candidates,
            OffsetDateTime since,
            @Nullable String claimedBy,
            @Nullable OffsetDateTime claimedUntil) {}

    /** Where a page ended: the queue's own order. */
    record Mark(int rank, Instant since, UUID ticket) {

        private static final Mark START = new Mark(-1, Instant.EPOCH, new UUID(0, 0));

        static Mark of(@Nullable String cursor) {
            if (cursor == null || cursor.isEmpty()) {
                return START;
            }
            try {
                String[] parts = new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split(" ", 3);
                return new Mark(Integer.parseInt(parts[0]), Instant.parse(parts[1]), UUID.fromString(parts[2]));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException | DateTimeParseException e) {
                throw Problem.invalid("cursor", "is not one that this list gave out");
            }
        }

        String cursor() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((rank + " " + since + ' ' + ticket).getBytes(UTF_8));
        }
    }
}
