package org.chuishao.analytics.figures;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.RolesAllowed;
import org.junit.jupiter.api.Test;

class FigureRolesTest {

    /** Raw counts withhold nothing: they are for those alone to whom the tickets themselves are shown, one by one. */
    @Test
    void nobody_reads_raw_counts_who_may_not_look_at_each_ticket() throws ClassNotFoundException {
        for (String tickets : new String[] {"course.CourseResource", "ladder.LadderResource", "live.LiveResource"}) {
            assertThat(roles("org.chuishao.analytics." + tickets)).contains(roles(FigureResource.class.getName()));
        }
    }

    private static String[] roles(String resource) throws ClassNotFoundException {
        return Class.forName(resource).getAnnotation(RolesAllowed.class).value();
    }
}
