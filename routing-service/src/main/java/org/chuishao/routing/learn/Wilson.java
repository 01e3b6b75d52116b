package org.chuishao.routing.learn;

/** How bad a share may be in truth that was found good in a few: the lower end of Wilson's interval. */
public final class Wilson {

    /** How many standard errors down: 95 times of 100 the truth lies within. */
    public static final double USUAL = 1.96;

    /** 80 times of 100. */
    public static final double LENIENT = 1.28;

    /** The share that was found, as it is. */
    public static final double NONE = 0;

    private Wilson() {}

    /** @param errors standard errors down */
    public static double lower(int right, int of, double errors) {
        if (of == 0) {
            return 0;
        }
        double share = (double) right / of;
        double z2 = errors * errors / of;
        double centre = share + z2 / 2;
        double half = errors * Math.sqrt(share * (1 - share) / of + z2 / (4 * of));
        return Math.max(0, (centre - half) / (1 + z2));
    }
}
