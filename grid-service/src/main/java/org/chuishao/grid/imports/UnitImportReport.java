package org.chuishao.grid.imports;

/**
 * What an import of units did, or would do.
 *
 * @param dryRun nothing was kept
 * @param rows units in the file
 * @param added new ids
 * @param replaced those made up for the demonstration that became real under their id
 * @param changed real ones that were otherwise
 * @param unchanged real ones that were so already
 */
record UnitImportReport(boolean dryRun, int rows, int added, int replaced, int changed, int unchanged) {}
