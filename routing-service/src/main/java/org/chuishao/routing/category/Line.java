package org.chuishao.routing.category;

/**
 * An industry line (行业直通车).
 *
 * @param zhDescription what it answers for
 * @param enDescription the same in English
 */
public record Line(String code, String zh, String en, String zhDescription, String enDescription) {}
