package org.chuishao.mesh.problem;

/** What is wrong with one field: its name in the API ({@code caller.phone}, {@code items[2].at}) and a sentence without the value. */
public record FieldError(String field, String message) {}
