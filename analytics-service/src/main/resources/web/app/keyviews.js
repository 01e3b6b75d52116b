import { t } from './language.js';
import { laterPanel } from './panel.js';

/** The four key views (重点人群 重点事件 重点单位 重点领域). */
export const keyviews = () =>
  laterPanel({ id: 'keyviews', title: () => t('keyviews.title'), every: 300_000, load: () => import('./keyview.js') });
