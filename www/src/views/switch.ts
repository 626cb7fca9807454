/**
 * One of several views of the same thing: a group of radio buttons, drawn as one control. Arrow keys work.
 *
 * They have a form of their own: Chromium keeps radio buttons without one, and the report that they hang on, when it is long
 * gone.
 */

import { html } from 'lit';
import type { TemplateResult } from 'lit';

export interface Choice<T extends string> {
  id: T;
  name: string;
}

export function oneOf<T extends string>(
  group: string,
  label: string,
  choices: Choice<T>[],
  chosen: T,
  choose: (id: T) => void,
): TemplateResult {
  return html`
    <fieldset class="r-switch">
      <legend class="r-hidden">${label}</legend>
      <form class="r-choices" @submit=${(event: Event) => event.preventDefault()}>
        ${choices.map(
          (choice) => html`
            <label class="r-choice">
              <input
                type="radio"
                name=${group}
                .value=${choice.id}
                .checked=${choice.id === chosen}
                @change=${() => choose(choice.id)}
              />
              <span>${choice.name}</span>
            </label>
          `,
        )}
      </form>
    </fieldset>
  `;
}
