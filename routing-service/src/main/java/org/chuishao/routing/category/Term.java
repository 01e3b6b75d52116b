package org.chuishao.routing.category;

/** A word of the trade that categories are marked with. */
public record Term(Sort sort, String code, String zh, String en) {

    /** What a term names. */
    public enum Sort {
        /** A view of 重点人群, 重点事件, 重点单位 or 重点领域. */
        KEY_AREA,
        /** What a grid worker calls a matter (网格事件). */
        GRID_EVENT
    }
}
