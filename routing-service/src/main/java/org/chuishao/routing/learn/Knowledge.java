package org.chuishao.routing.learn;

import java.util.List;

/**
 * All that a model keeps.
 *
 * @param version names it and what it has learnt from
 * @param ids of the examples, under which they are shown as evidence
 * @param labelOf each example, an index of the labels
 * @param gramWeights what each run of characters adds to the score of each label
 * @param meanings of the examples
 * @param weights what likeness in meaning to each example adds to the score of each label
 * @param newest the runs of characters of the last examples, of which the inverse knows how they hang together
 * @param inverse of the likeness between the newest
 * @param outcomes what it would have said of the newest, had it not known them
 * @param later what the older of the newest would have said of the younger
 */
record Knowledge(
        String version,
        List<String> labels,
        List<String> ids,
        int[] labelOf,
        Vectoriser vectoriser,
        float[][] gramWeights,
        float[][] meanings,
        float[][] weights,
        List<Sparse> newest,
        float[][] inverse,
        Trust trust,
        List<Outcome> outcomes,
        List<Outcome> later) {}
