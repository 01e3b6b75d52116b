package org.chuishao.routing.learn;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A model as bytes, so that the one that answered can be kept, brought back and shown to an auditor. */
public final class ModelFile {

    /** What the bytes begin with; another form of model gets another one. */
    private static final int MARK = 0x4b524e32;

    private ModelFile() {}

    public static void write(Learnt model, OutputStream to) throws IOException {
        Knowledge known = model.knowledge();
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(to));
        out.writeInt(MARK);
        out.writeUTF(known.version());
        Bytes.list(out, known.labels(), DataOutputStream::writeUTF);
        Bytes.list(out, known.ids(), DataOutputStream::writeUTF);
        Bytes.ints(out, known.labelOf());
        Bytes.ints(out, known.vectoriser().hashes());
        Bytes.floats(out, known.vectoriser().rarity());
        Bytes.matrix(out, known.gramWeights());
        Bytes.matrix(out, known.meanings());
        Bytes.matrix(out, known.weights());
        Bytes.list(out, known.newest(), ModelFile::sparse);
        Bytes.matrix(out, known.inverse());
        Bytes.doubles(out, known.trust().mean());
        Bytes.doubles(out, known.trust().spread());
        Bytes.doubles(out, known.trust().weights());
        Bytes.list(out, known.outcomes(), ModelFile::outcome);
        Bytes.list(out, known.later(), ModelFile::outcome);
        out.flush();
    }

    /** @throws IOException if these are not the bytes of a model of this form */
    public static Learnt read(InputStream from) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(from));
        if (in.readInt() != MARK) {
            throw new IOException("not a model of the form that this version reads");
        }
        return new Learnt(new Knowledge(
                in.readUTF(),
                Bytes.list(in, DataInput::readUTF),
                Bytes.list(in, DataInput::readUTF),
                Bytes.ints(in),
                new Vectoriser(Bytes.ints(in), Bytes.floats(in)),
                Bytes.matrix(in),
                Bytes.matrix(in),
                Bytes.matrix(in),
                Bytes.list(in, ModelFile::sparse),
                Bytes.matrix(in),
                new Trust(Bytes.doubles(in), Bytes.doubles(in), Bytes.doubles(in)),
                Bytes.list(in, ModelFile::outcome),
                Bytes.list(in, ModelFile::outcome)));
    }

    private static void sparse(DataOutputStream out, Sparse sparse) throws IOException {
        Bytes.ints(out, sparse.index());
        Bytes.floats(out, sparse.value());
    }

    private static Sparse sparse(DataInputStream in) throws IOException {
        return new Sparse(Bytes.ints(in), Bytes.floats(in));
    }

    private static void outcome(DataOutputStream out, Outcome outcome) throws IOException {
        out.writeUTF(outcome.label());
        out.writeDouble(outcome.confidence());
        out.writeBoolean(outcome.right());
    }

    private static Outcome outcome(DataInputStream in) throws IOException {
        return new Outcome(in.readUTF(), in.readDouble(), in.readBoolean());
    }
}
