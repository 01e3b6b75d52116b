package org.chuishao.local.replay.message;

import org.jspecify.annotations.Nullable;

/** Who calls, made up. The identity number and the door are said only where a test wants them to be. */
public record Caller(
        String name,
        String phone,
        @Nullable String idNumber,
        @Nullable String door) {

    @Override
    public String toString() {
        return "Caller[...]";
    }
}
