/** Changes to the settings document that a person makes in CHECK, and reading a saved one. */

import { FailureError } from '../engine/protocol.js';
import type { Formats, Role, Settings } from '../engine/types.js';

/** Version of the settings document that this page writes. */
export const SETTINGS_VERSION = 1;

/** Gives a role to a column, or to none. A column plays one role: another role that a person gave to it lets go. */
export function assign(settings: Settings, role: Role, column: string | undefined): Settings {
  const mapping = { ...settings.mapping };
  const without = (settings.without ?? []).filter((other) => other !== role);
  delete mapping[role];
  if (column === undefined) return { ...settings, mapping, without: [...without, role] };
  for (const other of Object.keys(mapping) as Role[]) {
    if (mapping[other] === column) delete mapping[other];
  }
  mapping[role] = column;
  return { ...settings, mapping, without };
}

/** Changes how the file is read; `undefined` leaves it to be found out. */
export function format(settings: Settings, change: Formats): Settings {
  const formats: Formats = { ...settings.formats, ...change };
  for (const key of Object.keys(formats) as (keyof Formats)[]) {
    if (formats[key] === undefined) delete formats[key];
  }
  // Another encoding, separator or header gives the columns other names: what a person said of the old ones is void.
  const renames = 'encoding' in change || 'delimiter' in change || 'header' in change;
  return renames ? { ...settings, formats, mapping: {}, without: [] } : { ...settings, formats };
}

/** The same settings for another file: the columns and formats, not the date of the report nor that of the last review, nor part of its customers. */
export function forAnother(settings: Settings): Settings {
  const { as_of: _, only: ___, ...rest } = settings;
  if (!rest.tiers?.since) return rest;
  const { since: __, ...tiers } = rest.tiers;
  return { ...rest, tiers };
}

/**
 * Reads a saved settings document. The engine checks what is in it; here only that it is an object of a known version,
 * so that a wrong file is refused before it replaces anything.
 */
export function parseSettings(text: string): Settings {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new FailureError({ code: 'unreadable-settings' });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new FailureError({ code: 'unreadable-settings' });
  }
  const { version } = value as Settings;
  if (typeof version !== 'number') throw new FailureError({ code: 'unreadable-settings' });
  if (version > SETTINGS_VERSION) throw new FailureError({ code: 'settings-too-new' });
  return value as Settings;
}
