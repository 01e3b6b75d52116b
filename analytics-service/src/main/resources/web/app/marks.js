import { html } from 'lit-html';
import { t, word } from './language.js';

/** Each light and level has a shape and a word of its own: colour only repeats them. */
const SHAPES = { GREEN: '●', YELLOW: '▲', RED: '■', ORANGE: '◆' };

export const light = colour =>
  html`<span class="mark ${colour.toLowerCase()}"><span aria-hidden="true">${SHAPES[colour]}</span> ${t(`light.${colour}`)}</span>`;

export const level = grave =>
  html`<span class="mark ${grave.toLowerCase()}"><span aria-hidden="true">${SHAPES[grave]}</span> ${word('level', grave)}</span>`;

export const shapeOf = colour => SHAPES[colour];

export const late = () => html`<span class="tag late">${t('late')}</span>`;
