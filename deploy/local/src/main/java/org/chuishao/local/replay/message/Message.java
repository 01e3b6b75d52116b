package org.chuishao.local.replay.message;

/** One message of a citizen, as it stands in the file; {@code author} is the file's code for who wrote it. */
public record Message(String id, String author, String title, String time, String body) {}
