package org.chuishao.local.replay.book;

import java.util.UUID;
import org.chuishao.local.replay.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * One message of a run.
 *
 * @param key the idempotency key of its POST, and the ticket's source number
 */
public record Entry(Message message, String key, Fate fate) {

    static Entry of(Message message, String key) {
        return new Entry(message, key, new Fate());
    }

    /** What came of the POST; written by one thread, read by others. */
    public static final class Fate {
        private volatile @Nullable UUID ticket;
        private volatile @Nullable String refusal;

        public @Nullable UUID ticket() {
            return ticket;
        }

        /** Why intake would not have it, or why nobody knows. */
        public @Nullable String refusal() {
            return refusal;
        }

        void ticket(UUID id) {
            ticket = id;
        }

        void refusal(String why) {
            refusal = why;
        }
    }
}
