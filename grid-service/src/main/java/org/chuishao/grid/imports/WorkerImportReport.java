package org.chuishao.grid.imports;

/**
 * What an import of people did, or would do.
 *
 * @param dryRun nothing was kept
 * @param rows lines in the file
 */
record WorkerImportReport(boolean dryRun, int rows, People workers, Posts memberships) {

    /** @param replaced those made up for the demonstration that became real under their id */
    record People(int added, int replaced, int changed, int unchanged) {}

    /** @param ended those that the file ends; what the workers had in hand there goes to others */
    record Posts(int added, int changed, int unchanged, int ended) {}
}
