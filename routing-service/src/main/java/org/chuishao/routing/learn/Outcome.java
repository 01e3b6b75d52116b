package org.chuishao.routing.learn;

/** How an answer turned out: how sure the model was of a label, and whether it was right in the end. */
public record Outcome(String label, double confidence, boolean right) {}
