/**
 * The design tokens: every colour, size and distance of the widget, as custom properties on the element.
 *
 * A portal sets any of them on the tag (`value-tiers { --value-tiers-accent: #7a0 }`). Colours are given for light and
 * dark; `color-scheme` decides, from the reader's system or the `theme` attribute. One meaning each: accent and the
 * `value` ramp are worth (light to dark), `warn` to `risk` is danger, `quiet` is what needs no attention. `group-1` to
 * `group-8` tell k-means groups apart and are ordered so that neighbours differ for colour-blind readers.
 */

import { css } from 'lit';

export const tokens = css`
  :host {
    color-scheme: light dark;
    --value-tiers-font: system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC',
      'Noto Sans SC', sans-serif;
    --value-tiers-font-zh-hant: system-ui, -apple-system, 'Segoe UI', 'PingFang TC', 'Microsoft JhengHei',
      'Noto Sans CJK TC', 'Noto Sans TC', sans-serif;
    --value-tiers-surface: light-dark(#ffffff, #14171c);
    --value-tiers-raised: light-dark(#f5f6f8, #1d2128);
    --value-tiers-text: light-dark(#1b1f27, #e8eaee);
    --value-tiers-muted: light-dark(#555d6b, #a3abb9);
    --value-tiers-line: light-dark(#d9dde4, #343a45);
    --value-tiers-control: light-dark(#7c8595, #7b8494);
    --value-tiers-accent: light-dark(#0f5fa8, #6fb4f2);
    --value-tiers-on-accent: light-dark(#ffffff, #0c1a28);
    --value-tiers-accent-soft: light-dark(#e6f0fa, #1b2e42);
    --value-tiers-warn: light-dark(#8f5a00, #efb44a);
    --value-tiers-warn-soft: light-dark(#fdf2dd, #3a2d12);
    --value-tiers-risk: light-dark(#b3261e, #ff8f85);
    --value-tiers-risk-soft: light-dark(#fbe9e7, #42201d);
    --value-tiers-quiet: light-dark(#7d8696, #8a93a2);
    --value-tiers-quiet-soft: light-dark(#eceef2, #272c35);
    /* Worth, from little to much. Text on 1 to 2 is text, on 3 to 5 is on-value. */
    --value-tiers-value-1: light-dark(#e6f0fa, #17293b);
    --value-tiers-value-2: light-dark(#bdd8f1, #204669);
    --value-tiers-value-3: light-dark(#3d83c4, #5b9fdd);
    --value-tiers-value-4: light-dark(#1f69ad, #82bdf0);
    --value-tiers-value-5: light-dark(#0b4880, #b5d9f8);
    --value-tiers-on-value: light-dark(#ffffff, #0c1a28);
    /* The six action groups, the same everywhere. */
    --value-tiers-protect: light-dark(#0b4880, #b5d9f8);
    --value-tiers-grow: light-dark(#2f7cc0, #5b9fdd);
    --value-tiers-welcome: light-dark(#1a8577, #4fc3b2);
    --value-tiers-save: light-dark(#c2571a, #f2965c);
    --value-tiers-rest: light-dark(#7d8696, #8a93a2);
    --value-tiers-convert: light-dark(#6b5b95, #b3a3dd);
    --value-tiers-group-1: light-dark(#0b4880, #82bdf0);
    --value-tiers-group-2: light-dark(#c2571a, #f2965c);
    --value-tiers-group-3: light-dark(#1a8577, #4fc3b2);
    --value-tiers-group-4: light-dark(#8c2d6b, #e58cc4);
    --value-tiers-group-5: light-dark(#8a6d00, #dcc04a);
    --value-tiers-group-6: light-dark(#5a6272, #a3abb9);
    --value-tiers-group-7: light-dark(#5b45a8, #b09cf5);
    --value-tiers-group-8: light-dark(#3f7a1f, #92cc6c);
    /* One scale of five sizes. */
    --value-tiers-size-1: 0.8125rem;
    --value-tiers-size-2: 0.9375rem;
    --value-tiers-size-3: 1.125rem;
    --value-tiers-size-4: 1.5rem;
    --value-tiers-size-5: 2.125rem;
    /* Distances are multiples of this. */
    --value-tiers-space: 8px;
    --value-tiers-radius: 8px;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
`;
