package org.chuishao.mesh.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.chuishao.mesh.event.Place.Crs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The expected figures are those that the conversions in general use publish. */
class ProjectionTest {

    private static final double A_DECIMETRE = 1e-6;

    @Test
    void aDevicesPositionIsMovedToGcj02() {
        Position moved = Projection.to(Crs.GCJ02, new Position(116.404, 39.915, Crs.WGS84));
        assertThat(moved.longitude()).isCloseTo(116.41024449916938, within(A_DECIMETRE));
        assertThat(moved.latitude()).isCloseTo(39.91640428150164, within(A_DECIMETRE));
    }

    @Test
    void aGcj02PositionIsMovedToBd09() {
        Position plain = Projection.to(Crs.CGCS2000, new Position(116.404, 39.915, Crs.GCJ02));
        Position moved = Projection.to(Crs.BD09, plain);
        assertThat(moved.longitude()).isCloseTo(116.41036949371029, within(A_DECIMETRE));
        assertThat(moved.latitude()).isCloseTo(39.92133699351021, within(A_DECIMETRE));
    }

    @ParameterizedTest
    @EnumSource(Crs.class)
    void thereAndBackIsTheSamePlace(Crs crs) {
        Position shenyang = new Position(123.4315, 41.8057, Crs.CGCS2000);
        Position back = Projection.to(Crs.CGCS2000, Projection.to(crs, shenyang));
        // the inverse of BD-09 in use is good to a metre
        assertThat(back.longitude()).isCloseTo(shenyang.longitude(), within(1e-5));
        assertThat(back.latitude()).isCloseTo(shenyang.latitude(), within(1e-5));
    }

    @Test
    void inLiaoningTheSystemsLieHundredsOfMetresApart() {
        Position plain = new Position(123.4315, 41.8057, Crs.WGS84);
        assertThat(Projection.to(Crs.GCJ02, plain).longitude() - plain.longitude())
                .isBetween(0.004, 0.008);
        assertThat(Projection.to(Crs.BD09, plain).longitude() - plain.longitude())
                .isBetween(0.008, 0.016);
    }

    @Test
    void abroadNothingIsMovedToGcj02() {
        Position sanFrancisco = new Position(-122.4, 37.8, Crs.WGS84);
        assertThat(Projection.to(Crs.GCJ02, sanFrancisco)).isEqualTo(new Position(-122.4, 37.8, Crs.GCJ02));
    }
}
