package org.chuishao.local.replay.message;

/** A community or village of Liaoning: its code of twelve digits and its name after those that it lies in. */
public record Community(String code, String fullName) {}
