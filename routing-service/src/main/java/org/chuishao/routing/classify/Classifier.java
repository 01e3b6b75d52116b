package org.chuishao.routing.classify;

/** Says what a text is about. Called by many threads at once; knows nothing of who wrote the text. */
public interface Classifier {

    Classification classify(String title, String content);
}
