import { t } from './language.js';
import { laterPanel } from './panel.js';

const UNDER_WAY = ['WAITING', 'RUNNING'];

/** Rules of early warning, tried over history; looked at more often while one runs. */
export const backtests = () =>
  laterPanel({
    id: 'backtests',
    title: () => t('backtests.title'),
    every: found => (found?.items.some(({ state }) => UNDER_WAY.includes(state)) ? 3_000 : 60_000),
    load: () => import('./backtest.js'),
  });
