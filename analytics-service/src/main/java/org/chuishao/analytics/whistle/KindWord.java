package org.chuishao.analytics.whistle;

import org.chuishao.mesh.event.WhistleEvent.WhistleKind;

/** The field's words for the kinds of whistles. */
final class KindWord {

    private KindWord() {}

    static String of(WhistleKind kind) {
        return switch (kind) {
            case EMERGENCY -> "应急哨";
            case ENFORCEMENT -> "执法哨";
            case COORDINATION -> "推进哨";
            case HARD_PROBLEM -> "攻坚哨";
            case INDUSTRY -> "行业哨";
        };
    }
}
