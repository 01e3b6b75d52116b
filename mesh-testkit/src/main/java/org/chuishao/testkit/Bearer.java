package org.chuishao.testkit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom a token is for: one role, and the regions, unit, worker or citizen that bound what it may see. */
public record Bearer(
        String subject,
        String role,
        List<String> regions,
        @Nullable String unit,
        @Nullable String worker,
        @Nullable String citizen) {

    /** Somebody in this role with no scope at all. */
    public static Bearer of(String role) {
        return new Bearer(role + "-1", role, List.of(), null, null, null);
    }

    public Bearer subject(String other) {
        return new Bearer(other, role, regions, unit, worker, citizen);
    }

    /** Region codes, each with all that lies in it. */
    public Bearer regions(String... codes) {
        return new Bearer(subject, role, List.of(codes), unit, worker, citizen);
    }

    public Bearer unit(@Nullable String id) {
        return new Bearer(subject, role, regions, id, worker, citizen);
    }

    public Bearer worker(@Nullable String id) {
        return new Bearer(subject, role, regions, unit, id, citizen);
    }

    public Bearer citizen(@Nullable String id) {
        return new Bearer(subject, role, regions, unit, worker, id);
    }
}
