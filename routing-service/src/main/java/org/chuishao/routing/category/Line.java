package org.chuishao.routing.category;

/** An industry line (行业直通车). */
public record Line(String code, String zh, String en) {}
