package org.chuishao.local.replay.message;

/** Says for each message where it is about and who calls. */
public interface Cast {

    Community community(Message message);

    Caller caller(Message message);
}
