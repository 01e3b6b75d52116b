package org.chuishao.mesh.location;

import org.chuishao.mesh.event.Place.Crs;

/**
 * Converts positions between the systems in use in China. WGS84 and CGCS2000 differ by centimetres and are taken as one.
 * GCJ-02 and BD-09 are not published; the formulas are the ones in general use, good to a few metres, and their inverses
 * are found by iteration. Outside mainland China GCJ-02 applies no offset.
 */
public final class Projection {

    /** Krassowsky 1940, on which the offset is computed. */
    private static final double SEMI_MAJOR = 6378245.0;

    private static final double ECCENTRICITY_SQUARED = 0.00669342162296594323;
    private static final double BAIDU = Math.PI * 3000 / 180;
    /** About a centimetre. */
    private static final double CLOSE_ENOUGH = 1e-7;

    private Projection() {}

    public static Position to(Crs target, Position position) {
        double[] plain =
                switch (position.crs()) {
                    case CGCS2000, WGS84 -> new double[] {position.longitude(), position.latitude()};
                    case GCJ02 -> fromGcj(position.longitude(), position.latitude());
                    case BD09 -> {
                        double[] gcj = fromBaidu(position.longitude(), position.latitude());
                        yield fromGcj(gcj[0], gcj[1]);
                    }
                };
        double[] result =
                switch (target) {
                    case CGCS2000, WGS84 -> plain;
                    case GCJ02 -> toGcj(plain[0], plain[1]);
                    case BD09 -> {
                        double[] gcj = toGcj(plain[0], plain[1]);
                        yield toBaidu(gcj[0], gcj[1]);
                    }
                };
        return new Position(result[0], result[1], target);
    }

    private static double[] toGcj(double lng, double lat) {
        if (lng < 72.004 || lng > 137.8347 || lat < 0.8293 || lat > 55.8271) {
            return new double[] {lng, lat};
        }
        double x = lng - 105;
        double y = lat - 35;
        double radians = Math.toRadians(lat);
        double magic = 1 - ECCENTRICITY_SQUARED * Math.sin(radians) * Math.sin(radians);
        double root = Math.sqrt(magic);
        double eastward = eastward(x, y) * 180 / (SEMI_MAJOR / root * Math.cos(radians) * Math.PI);
        double northward = northward(x, y) * 180 / (SEMI_MAJOR * (1 - ECCENTRICITY_SQUARED) / (magic * root) * Math.PI);
        return new double[] {lng + eastward, lat + northward};
    }

    private static double northward(double x, double y) {
        return -100
                + 2 * x
                + 3 * y
                + 0.2 * y * y
                + 0.1 * x * y
                + 0.2 * Math.sqrt(Math.abs(x))
                + waves(20, 6 * x, 20, 2 * x)
                + waves(20, y, 40, y / 3)
                + waves(160, y / 12, 320, y / 30);
    }

    private static double eastward(double x, double y) {
        return 300
                + x
                + 2 * y
                + 0.1 * x * x
                + 0.1 * x * y
                + 0.1 * Math.sqrt(Math.abs(x))
                + waves(20, 6 * x, 20, 2 * x)
                + waves(20, x, 40, x / 3)
                + waves(150, x / 12, 300, x / 30);
    }

    private static double waves(double a, double first, double b, double second) {
        return (a * Math.sin(first * Math.PI) + b * Math.sin(second * Math.PI)) * 2 / 3;
    }

    private static double[] fromGcj(double lng, double lat) {
        double[] guess = {lng, lat};
        for (int i = 0; i < 10; i++) {
            double[] there = toGcj(guess[0], guess[1]);
            double east = lng - there[0];
            double north = lat - there[1];
            guess[0] += east;
            guess[1] += north;
            if (Math.abs(east) < CLOSE_ENOUGH && Math.abs(north) < CLOSE_ENOUGH) {
                break;
            }
        }
        return guess;
    }

    private static double[] toBaidu(double lng, double lat) {
        double radius = Math.hypot(lng, lat) + 0.00002 * Math.sin(lat * BAIDU);
        double angle = Math.atan2(lat, lng) + 0.000003 * Math.cos(lng * BAIDU);
        return new double[] {radius * Math.cos(angle) + 0.0065, radius * Math.sin(angle) + 0.006};
    }

    private static double[] fromBaidu(double lng, double lat) {
        double x = lng - 0.0065;
        double y = lat - 0.006;
        double radius = Math.hypot(x, y) - 0.00002 * Math.sin(y * BAIDU);
        double angle = Math.atan2(y, x) - 0.000003 * Math.cos(x * BAIDU);
        return new double[] {radius * Math.cos(angle), radius * Math.sin(angle)};
    }
}
