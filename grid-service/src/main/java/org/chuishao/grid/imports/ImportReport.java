package org.chuishao.grid.imports;

/**
 * What an import did, or would do.
 *
 * @param dryRun nothing was kept
 * @param rows regions in the file
 * @param added new codes
 * @param replaced synthetic grids that became real under their code
 * @param changed real ones whose name, households, beginning or outline changed
 * @param unchanged real ones that were so already
 * @param ended synthetic grids of the same communities that are not in the file; their codes still resolve
 * @param outlines how many in the file have one
 */
record ImportReport(
        boolean dryRun, int rows, int added, int replaced, int changed, int unchanged, int ended, int outlines) {}
