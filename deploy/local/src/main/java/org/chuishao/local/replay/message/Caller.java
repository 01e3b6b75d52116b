package org.chuishao.local.replay.message;

import org.jspecify.annotations.Nullable;

/** Who calls, made up. Identity number and address are said only where a test wants them to be. */
public record Caller(
        String name,
        String phone,
        @Nullable String id,
        @Nullable String address) {

    @Override
    public String toString() {
        return "Caller[...]";
    }
}
