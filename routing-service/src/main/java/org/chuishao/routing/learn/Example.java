package org.chuishao.routing.learn;

/**
 * A confirmed ticket.
 *
 * @param id under which it is shown as evidence
 * @param label what it was found to be in the end
 */
public record Example(String id, String label, String title, String body) {}
