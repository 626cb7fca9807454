/** Registers `<value-tiers>`. Safe to load twice, and to import where there is no browser. */

import type { ValueTiersEvents } from './element/events.js';
import type { ValueTiersElement } from './element/element.js';

export type { ValueTiersElement } from './element/element.js';
export type { ValueTiersEvents } from './element/events.js';
export type * from './engine/types.js';
export { configure } from './engine/engines.js';

if (typeof customElements !== 'undefined' && !customElements.get('value-tiers')) {
  const { ValueTiersElement } = await import('./element/element.js');
  // Another copy of this script may have been quicker meanwhile.
  if (!customElements.get('value-tiers')) customElements.define('value-tiers', ValueTiersElement);
}

declare global {
  interface HTMLElementTagNameMap {
    'value-tiers': ValueTiersElement;
  }
  interface HTMLElementEventMap extends ValueTiersEventMap {}
  interface DocumentEventMap extends ValueTiersEventMap {}
}

type ValueTiersEventMap = { [K in keyof ValueTiersEvents]: CustomEvent<ValueTiersEvents[K]> };
