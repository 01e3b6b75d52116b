package org.chuishao.analytics.keyview;

/** How often people of a group have complained of a field in the days. Groups for planning service, never a score. */
enum Band {
    ONCE("1次", "once"),
    TWICE("2次", "twice"),
    THREE_TO_FIVE("3至5次", "three to five times"),
    SIX_OR_MORE("6次及以上", "six times or more");

    /** The band of {@code n} complaints, as its place in this list. */
    static final String OF_N = "case when n = 1 then 0 when n = 2 then 1 when n <= 5 then 2 else 3 end";

    private final String zh;
    private final String en;

    Band(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    String zh() {
        return zh;
    }

    String en() {
        return en;
    }
}
