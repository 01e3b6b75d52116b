package org.chuishao.routing.learn;

/** How bad a share may be in truth that was found good in a few: the lower end of Wilson's interval, at 95%. */
public final class Wilson {

    private static final double Z = 1.96;

    private Wilson() {}

    public static double lower(int right, int of) {
        if (of == 0) {
            return 0;
        }
        double share = (double) right / of;
        double z2 = Z * Z / of;
        double centre = share + z2 / 2;
        double half = Z * Math.sqrt(share * (1 - share) / of + z2 / (4 * of));
        return Math.max(0, (centre - half) / (1 + z2));
    }
}
