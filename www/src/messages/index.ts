/** The three catalogues. */

import type { Language } from '../element/format.js';
import type { Messages } from './types.js';
import { forecastEn } from './forecast.en.js';
import { movesEn } from './moves.en.js';
import { findingsEn } from './findings.en.js';
import { planEn } from './plan.en.js';
import { forecastZhHans } from './forecast.zh-hans.js';
import { movesZhHans } from './moves.zh-hans.js';
import { findingsZhHans } from './findings.zh-hans.js';
import { planZhHans } from './plan.zh-hans.js';
import { forecastZhHant } from './forecast.zh-hant.js';
import { movesZhHant } from './moves.zh-hant.js';
import { findingsZhHant } from './findings.zh-hant.js';
import { planZhHant } from './plan.zh-hant.js';
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
  en: { ...shellEn, ...reportEn, ...forecastEn, ...riskEn, ...movesEn, ...planEn, ...findingsEn },
  'zh-Hans': { ...shellZhHans, ...reportZhHans, ...forecastZhHans, ...riskZhHans, ...movesZhHans, ...planZhHans, ...findingsZhHans },
  'zh-Hant': { ...shellZhHant, ...reportZhHant, ...forecastZhHant, ...riskZhHant, ...movesZhHant, ...planZhHant, ...findingsZhHant },
};

/** Every word in a language. */
export const messages = (language: Language): Messages => catalogues[language];

export { firstLanguage, languageOf, languages } from './languages.js';
