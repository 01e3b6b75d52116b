package org.chuishao.analytics.warning;

/** Categories by their codes, whose parts are parted by dots. */
public final class Categories {

    private Categories() {}

    /** It is the other, or lies below it. */
    public static boolean within(String category, String larger) {
        return category.equals(larger) || category.startsWith(larger + ".");
    }
}
