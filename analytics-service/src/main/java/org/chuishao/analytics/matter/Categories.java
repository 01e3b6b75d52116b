package org.chuishao.analytics.matter;

/** Categories by their codes, whose parts are parted by dots. */
public final class Categories {

    private Categories() {}

    /** The matter that it is a case of, or itself. */
    public static String matter(String category) {
        int dot = category.indexOf('.');
        return dot < 0 ? category : category.substring(0, dot);
    }

    /** It is the other, or lies below it. */
    public static boolean within(String category, String larger) {
        return category.equals(larger) || category.startsWith(larger + ".");
    }
}
