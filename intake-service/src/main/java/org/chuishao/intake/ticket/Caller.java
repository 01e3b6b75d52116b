package org.chuishao.intake.ticket;

import org.jspecify.annotations.Nullable;

/**
 * Who called, as far as it is known. It stands sealed in intake's table and nowhere else.
 *
 * @param id number of an identity document
 * @param address of the caller, with the door
 */
public record Caller(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String id,
        @Nullable String address) {

    @Override
    public String toString() {
        return "Caller[...]";
    }
}
