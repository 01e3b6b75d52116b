package org.chuishao.local.replay.desk;

import com.fasterxml.jackson.databind.JsonNode;
import org.chuishao.local.Service;
import org.chuishao.local.replay.client.Answer;
import org.chuishao.local.replay.client.Call;
import org.chuishao.local.replay.client.MeshClient;

/** One act of one person. */
record Acting(MeshClient client, Hands hands) {

    /** How an act ended. */
    enum Outcome {
        DONE,
        /** The log stands elsewhere: done by an earlier try whose answer was lost, or somebody else was first. */
        OVERTAKEN,
        REFUSED
    }

    /** The key is the path: each act of this kind happens once on its subject. */
    Outcome act(Service service, String path, String token, JsonNode body) throws InterruptedException {
        return act(service, path, path.substring(1).replace('/', '-'), token, body);
    }

    /** An act that may come again on the same path has a key of its own each time. */
    Outcome act(Service service, String path, String key, String token, JsonNode body) throws InterruptedException {
        Answer answer = client.send(Call.post(service, path, token, key, body));
        if (answer.ok()) {
            return Outcome.DONE;
        }
        if (answer.status() == 409) {
            if (!answer.unsure()) {
                hands.trouble("409 at " + kind(path));
            }
            return Outcome.OVERTAKEN;
        }
        hands.trouble(answer.status() + " at " + kind(path) + ": " + answer.body());
        return Outcome.REFUSED;
    }

    private static String kind(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
