package org.chuishao.local.replay;

import java.time.Duration;
import java.util.List;
import org.chuishao.local.replay.message.Cast;
import org.chuishao.local.replay.message.Message;

/**
 * What a run is to do.
 *
 * @param name stands in every key and source number; the same name again finds the same tickets
 * @param cast where each message is about and who calls
 * @param rate messages a second; 0 is as fast as it goes
 * @param workers play everybody up to the closed ticket; otherwise tickets are only seen into an inbox
 * @param kill parts of the local run to be killed once each
 * @param patience how long nothing may move before the run is given up
 */
public record Plan(
        String name,
        List<Message> messages,
        Cast cast,
        double rate,
        boolean workers,
        List<String> kill,
        Duration patience) {}
