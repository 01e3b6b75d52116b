package org.chuishao.routing.learn;

import java.util.ArrayList;
import java.util.List;

/** Tickets written for the tests, and a stand-in for the sentence model that sees single characters only. */
final class Phrases {

    static final String HEAT = "HEATING_OFF";
    static final String SCHOOL = "SCHOOLS";
    static final String ROAD = "ROADS";

    private static final int WIDTH = 64;

    private static final List<String> PLACES = List.of("东街", "西苑", "南湾", "北岭", "河畔", "新村", "老厂", "站前");

    private Phrases() {}

    static List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        for (String place : PLACES) {
            add(examples, HEAT, place + "暖气不热", "家里室温只有十五度，供暖公司一直不来修");
            add(examples, SCHOOL, place + "小学乱补课", "班主任要求学生放学后去老师家里补课交费");
            add(examples, ROAD, place + "路面坑洼", "这条道路破损严重，路灯也不亮，骑车很危险");
        }
        return examples;
    }

    private static void add(List<Example> examples, String label, String title, String body) {
        examples.add(new Example("T" + examples.size(), label, title, body));
    }

    static List<float[]> meanings(List<Example> examples) {
        return examples.stream()
                .map(example -> meanings().of(example.title(), example.body()))
                .toList();
    }

    static Meanings meanings() {
        return new Meanings(texts -> texts.stream().map(Phrases::vector).toList());
    }

    static Learnt learnt() {
        return new Trainer().learn(examples(), meanings(examples()));
    }

    static Answer ask(Learnt model, String title, String body) {
        return model.answer(title, body, meanings().of(title, body));
    }

    private static float[] vector(String text) {
        float[] vector = new float[WIDTH];
        text.chars().forEach(character -> vector[character % WIDTH]++);
        Vectors.normalise(vector);
        return vector;
    }
}
