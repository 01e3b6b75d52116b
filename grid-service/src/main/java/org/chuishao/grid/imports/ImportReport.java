package org.chuishao.grid.imports;

/**
 * What an import did, or would do.
 *
 * @param dryRun nothing was kept
 * @param rows grids in the file
 * @param added new codes
 * @param replaced synthetic grids that became real under their code
 * @param changed real grids whose name or households changed
 * @param unchanged real grids that were so already
 * @param ended synthetic grids of the same communities that are not in the file; their codes still resolve
 */
record ImportReport(boolean dryRun, int rows, int added, int replaced, int changed, int unchanged, int ended) {}
