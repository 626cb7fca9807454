/**
 * Custom properties on an element, set through the object model: `<span ${vars({ share: 0.38 })}>`.
 *
 * A `style` attribute in a template would be refused where a page allows styles from its own files only.
 */

import { noChange } from 'lit';
import { Directive, directive, PartType } from 'lit/directive.js';
import type { ElementPart, PartInfo } from 'lit/directive.js';

type Values = Record<string, string | number>;

class Vars extends Directive {
  #set: Values = {};

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('vars() belongs on an element');
  }

  override render(_values: Values): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [values]: [Values]): typeof noChange {
    const { style } = part.element as HTMLElement | SVGElement;
    for (const [name, value] of Object.entries(values)) {
      if (this.#set[name] !== value) style.setProperty(`--${name}`, String(value));
    }
    for (const name of Object.keys(this.#set)) {
      if (!(name in values)) style.removeProperty(`--${name}`);
    }
    this.#set = values;
    return noChange;
  }
}

export const vars = directive(Vars);
