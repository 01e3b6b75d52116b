package org.chuishao.routing.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProposedRegionTest {

    @Test
    void it_is_the_county_or_less_where_the_unit_serves_less() {
        assertThat(ProposedRegion.of("210102001002", "210102")).isEqualTo("210102");
        assertThat(ProposedRegion.of("210102001002", "210102001")).isEqualTo("210102001");
        assertThat(ProposedRegion.of("210102001002", "21")).isEqualTo("210102");
        assertThat(ProposedRegion.of("2101", "21")).isEqualTo("2101");
    }
}
