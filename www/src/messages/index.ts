/** The three catalogues: the words around a report, and those of its sections when they are there (`views/report.ts`). */

import type { Language } from '../element/format.js';
import type { Messages, SectionMessages } from './types.js';
import { shellEn } from './shell.en.js';
import { shellZhHans } from './shell.zh-hans.js';
import { shellZhHant } from './shell.zh-hant.js';

const catalogues = { en: { ...shellEn }, 'zh-Hans': { ...shellZhHans }, 'zh-Hant': { ...shellZhHant } } as Record<Language, Messages>;

/** Every word in a language. */
export const messages = (language: Language): Messages => catalogues[language];

/** Adds the words of the sections. Nobody asks for one before. */
export function addWords(words: Record<Language, SectionMessages>): void {
  for (const language of Object.keys(words) as Language[]) Object.assign(catalogues[language], words[language]);
}

export { firstLanguage, languageOf, languages } from './languages.js';
