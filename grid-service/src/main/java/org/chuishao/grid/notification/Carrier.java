package org.chuishao.grid.notification;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Carries the messages of a channel to people. The same message may come more than once, and then has the same id. */
interface Carrier {

    /** Never fails: what goes wrong is an answer too. */
    Uni<Answer> carry(Message message);

    enum Result {
        /** On its way; a receipt follows. */
        TAKEN,
        /** It is there. */
        DELIVERED,
        /** It will never be taken. */
        REFUSED,
        /** Not taken for now. */
        AWAY
    }

    /** @param fault a code, for operators */
    record Answer(Result result, @Nullable String fault) {

        static final Answer TAKEN = new Answer(Result.TAKEN, null);
        static final Answer DELIVERED = new Answer(Result.DELIVERED, null);
    }
}
