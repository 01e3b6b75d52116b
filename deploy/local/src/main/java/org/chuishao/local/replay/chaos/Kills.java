package org.chuishao.local.replay.chaos;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.chuishao.local.Addresses;
import org.chuishao.local.DataFolder;

/** Kills each of several parts once, spread over a run: the next one when its share of the work is done. */
public final class Kills implements AutoCloseable {

    private final DataFolder data;
    private final List<String> parts;
    private final Readiness readiness;
    private final Consumer<String> say;
    private final DoubleSupplier progress;
    private final Thread thread = new Thread(this::run, "kills");

    /** @param progress the share of the run that is done, 0 to 1 */
    public Kills(
            DataFolder data, Addresses addresses, List<String> parts, DoubleSupplier progress, Consumer<String> say) {
        this.data = data;
        this.parts = parts;
        this.progress = progress;
        this.say = say;
        readiness = new Readiness(addresses);
        thread.setDaemon(true);
    }

    public Kills start() {
        thread.start();
        return this;
    }

    /** True when all were killed and are up again. */
    public boolean over() {
        return !thread.isAlive();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            for (int i = 0; i < parts.size(); i++) {
                double due = (i + 0.5) / (parts.size() + 1);
                while (progress.getAsDouble() < due) {
                    TimeUnit.MILLISECONDS.sleep(20);
                }
                say.accept(new Kill(data, parts.get(i), readiness::all).perform());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
