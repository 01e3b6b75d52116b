package org.chuishao.analytics.warning;

/** How grave (黄 橙 红), the gravest last. */
public enum WarningLevel {
    YELLOW,
    ORANGE,
    RED
}
