package org.chuishao.analytics.keyview;

import java.time.LocalDate;
import java.util.List;
import org.chuishao.analytics.matter.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Groups of people who need service (重点人群), by field and by how often they complained. No person, and no score. */
@Schema(name = "PeopleView")
record PeopleView(
        String region,
        String regionName,
        LocalDate from,
        LocalDate to,

        @Schema(description = "Different people who complained in the days; absent where withheld") @Nullable
        Long people,

        @Schema(description = "Complaints of people who are not known, which are in no group; absent where withheld")
        @Nullable
        Long unknown,

        List<Field> fields) {

    /** One field; its groups add up to its people. */
    @Schema(name = "PeopleOfField")
    record Field(String field, Name name, @Nullable Long people, boolean withheld, List<Group> groups) {}

    @Schema(name = "PeopleGroup")
    record Group(
            String band,
            Name name,

            @Schema(description = "Absent where withheld: fewer than 5, or one from which such could be subtracted")
            @Nullable
            Long people,

            boolean withheld) {}
}
