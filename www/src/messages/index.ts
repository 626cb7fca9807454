/** The three catalogues. */

import type { Language } from '../element/format.js';
import type { Messages } from './types.js';
import { forecastEn } from './forecast.en.js';
import { listsEn } from './lists.en.js';
import { movesEn } from './moves.en.js';
import { nextEn } from './next.en.js';
import { forecastZhHans } from './forecast.zh-hans.js';
import { listsZhHans } from './lists.zh-hans.js';
import { movesZhHans } from './moves.zh-hans.js';
import { nextZhHans } from './next.zh-hans.js';
import { forecastZhHant } from './forecast.zh-hant.js';
import { listsZhHant } from './lists.zh-hant.js';
import { movesZhHant } from './moves.zh-hant.js';
import { nextZhHant } from './next.zh-hant.js';
import { reportEn } from './report.en.js';
import { reportZhHans } from './report.zh-hans.js';
import { reportZhHant } from './report.zh-hant.js';
import { riskEn } from './risk.en.js';
import { shellEn } from './shell.en.js';
import { riskZhHans } from './risk.zh-hans.js';
import { shellZhHans } from './shell.zh-hans.js';
import { riskZhHant } from './risk.zh-hant.js';
import { shellZhHant } from './shell.zh-hant.js';

const catalogues: Record<Language, Messages> = {
  en: { ...shellEn, ...reportEn, ...forecastEn, ...riskEn, ...movesEn, ...nextEn, ...listsEn },
  'zh-Hans': { ...shellZhHans, ...reportZhHans, ...forecastZhHans, ...riskZhHans, ...movesZhHans, ...nextZhHans, ...listsZhHans },
  'zh-Hant': { ...shellZhHant, ...reportZhHant, ...forecastZhHant, ...riskZhHant, ...movesZhHant, ...nextZhHant, ...listsZhHant },
};

/** Every word in a language. */
export const messages = (language: Language): Messages => catalogues[language];

export { firstLanguage, languageOf, languages } from './languages.js';
