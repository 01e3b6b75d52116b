package org.chuishao.routing.learn;

import java.util.List;

/** Turns texts into vectors of length one that lie near each other where the texts mean the like. */
public interface Embedder {

    /** One vector for each text, in their order. */
    List<float[]> embed(List<String> texts);
}
