package org.chuishao.local.replay.book;

/** How far a message has come, as the one who plays the people sees it. */
public enum Stage {
    SENT,
    ACCEPTED,
    IN_INBOX,
    RESOLVED,
    CLOSED
}
