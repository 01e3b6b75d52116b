package org.chuishao.analytics.backtest;

/** Where a job stands. */
enum BacktestState {
    WAITING,
    RUNNING,
    DONE,
    FAILED
}
