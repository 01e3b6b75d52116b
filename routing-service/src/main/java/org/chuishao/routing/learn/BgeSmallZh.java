package org.chuishao.routing.learn;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The sentence model bge-small-zh-v1.5, embedded: no network, about 200 MB outside the heap. May be called by many threads;
 * each computes by itself, so that the callers' number bounds the cores that are used.
 */
public final class BgeSmallZh implements Embedder, AutoCloseable {

    private static final String MODEL = "/bge-small-zh-v1.5.onnx";
    private static final String TOKENS = "/bge-small-zh-v1.5-tokenizer.json";
    private static final int MOST_PIECES = 512;
    private static final int BATCH = 8;

    private final OrtEnvironment runtime = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final WordPiece tokens;

    /** Takes about a second. */
    public BgeSmallZh() {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                InputStream words = resource(TOKENS);
                InputStream model = resource(MODEL)) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            tokens = WordPiece.read(words);
            session = runtime.createSession(model.readAllBytes(), options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OrtException e) {
            throw new IllegalStateException("the sentence model cannot be loaded", e);
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream in = BgeSmallZh.class.getResourceAsStream(name);
        if (in == null) {
            throw new FileNotFoundException("there is no resource " + name);
        }
        return in;
    }

    /** Texts of like length share a batch, so that little is computed for filling. */
    @Override
    public List<float[]> embed(List<String> texts) {
        List<int[]> encoded = texts.stream()
                .map(text -> tokens.encode(Plain.of(text), MOST_PIECES))
                .toList();
        List<Integer> order = IntStream.range(0, texts.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> encoded.get(i).length))
                .toList();
        float[][] vectors = new float[texts.size()][];
        for (int from = 0; from < order.size(); from += BATCH) {
            List<Integer> batch = order.subList(from, Math.min(order.size(), from + BATCH));
            float[][] found = run(batch.stream().map(encoded::get).toList());
            for (int i = 0; i < found.length; i++) {
                vectors[batch.get(i)] = found[i];
            }
        }
        return new ArrayList<>(List.of(vectors));
    }

    private float[][] run(List<int[]> batch) {
        int longest = batch.stream().mapToInt(ids -> ids.length).max().orElse(0);
        long[][] ids = new long[batch.size()][longest];
        long[][] mask = new long[batch.size()][longest];
        for (int i = 0; i < batch.size(); i++) {
            for (int j = 0; j < batch.get(i).length; j++) {
                ids[i][j] = batch.get(i)[j];
                mask[i][j] = 1;
            }
        }
        try (OnnxTensor words = OnnxTensor.createTensor(runtime, ids);
                OnnxTensor real = OnnxTensor.createTensor(runtime, mask);
                OnnxTensor segments = OnnxTensor.createTensor(runtime, new long[batch.size()][longest]);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", words, "attention_mask", real, "token_type_ids", segments))) {
            return meanings((OnnxTensor) result.get(0), batch);
        } catch (OrtException e) {
            throw new IllegalStateException("the sentence model failed", e);
        }
    }

    /**
     * The vector of the piece that begins each text, which the model was taught to let stand for the whole, and the mean of all
     * its pieces, one as much as the other: together they tell matters apart better than either.
     */
    private static float[][] meanings(OnnxTensor hidden, List<int[]> texts) {
        long[] shape = hidden.getInfo().getShape();
        int width = (int) shape[2];
        int stride = (int) shape[1] * width;
        FloatBuffer all = hidden.getFloatBuffer();
        float[][] meanings = new float[texts.size()][width];
        float[] piece = new float[width];
        for (int i = 0; i < meanings.length; i++) {
            float[] mean = new float[width];
            for (int j = 0; j < texts.get(i).length; j++) {
                all.get(i * stride + j * width, piece);
                Vectors.add(piece, mean);
            }
            Vectors.normalise(mean);
            all.get(i * stride, meanings[i]);
            Vectors.normalise(meanings[i]);
            Vectors.add(mean, meanings[i]);
            Vectors.normalise(meanings[i]);
        }
        return meanings;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the sentence model cannot be closed", e);
        }
    }
}
