import { html } from 'lit-html';
import { called, matters } from './matters.js';

/** Choosing a matter, under the fields that they belong to. @param none what stands for no choice */
export function matterChoice(none, required = false) {
  const all = matters();
  const fields = all.filter(({ field }) => !field);
  return html`<select name="category" ?required=${required}>
    <option value="">${none}</option>
    ${fields.map(({ code, name }) => html`<optgroup label=${called(name)}>
      <option value=${code}>${called(name)}</option>
      ${all.filter(({ field }) => field === code).map(it => html`<option value=${it.code}>${called(it.name)}</option>`)}
    </optgroup>`)}
  </select>`;
}
