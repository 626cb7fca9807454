/** The words of the report's sections, which come with their views. */

import type { Language } from '../element/format.js';
import type { SectionMessages } from './types.js';
import { accountsEn } from './accounts.en.js';
import { accountsZhHans } from './accounts.zh-hans.js';
import { accountsZhHant } from './accounts.zh-hant.js';
import { agendaEn } from './agenda.en.js';
import { agendaZhHans } from './agenda.zh-hans.js';
import { agendaZhHant } from './agenda.zh-hant.js';
import { cardEn } from './card.en.js';
import { cardZhHans } from './card.zh-hans.js';
import { cardZhHant } from './card.zh-hant.js';
import { clustersEn } from './clusters.en.js';
import { clustersZhHans } from './clusters.zh-hans.js';
import { clustersZhHant } from './clusters.zh-hant.js';
import { compareEn } from './compare.en.js';
import { compareZhHans } from './compare.zh-hans.js';
import { compareZhHant } from './compare.zh-hant.js';
import { findingsEn } from './findings.en.js';
import { findingsZhHans } from './findings.zh-hans.js';
import { findingsZhHant } from './findings.zh-hant.js';
import { forecastEn } from './forecast.en.js';
import { forecastZhHans } from './forecast.zh-hans.js';
import { forecastZhHant } from './forecast.zh-hant.js';
import { customersEn } from './customers.en.js';
import { customersZhHans } from './customers.zh-hans.js';
import { customersZhHant } from './customers.zh-hant.js';
import { levelsEn } from './levels.en.js';
import { levelsZhHans } from './levels.zh-hans.js';
import { levelsZhHant } from './levels.zh-hant.js';
import { listsEn } from './lists.en.js';
import { listsZhHans } from './lists.zh-hans.js';
import { listsZhHant } from './lists.zh-hant.js';
import { movesEn } from './moves.en.js';
import { movesZhHans } from './moves.zh-hans.js';
import { movesZhHant } from './moves.zh-hant.js';
import { nextEn } from './next.en.js';
import { nextZhHans } from './next.zh-hans.js';
import { nextZhHant } from './next.zh-hant.js';
import { ownEn } from './own.en.js';
import { ownZhHans } from './own.zh-hans.js';
import { ownZhHant } from './own.zh-hant.js';
import { planEn } from './plan.en.js';
import { planZhHans } from './plan.zh-hans.js';
import { planZhHant } from './plan.zh-hant.js';
import { reportEn } from './report.en.js';
import { reportZhHans } from './report.zh-hans.js';
import { reportZhHant } from './report.zh-hant.js';
import { riskEn } from './risk.en.js';
import { riskZhHans } from './risk.zh-hans.js';
import { riskZhHant } from './risk.zh-hant.js';
import { warehouseEn } from './warehouse.en.js';
import { warehouseZhHans } from './warehouse.zh-hans.js';
import { warehouseZhHant } from './warehouse.zh-hant.js';

export const sectionWords: Record<Language, SectionMessages> = {
  en: { ...reportEn, ...accountsEn, ...forecastEn, ...riskEn, ...movesEn, ...cardEn, ...ownEn, ...clustersEn, ...compareEn, ...customersEn, ...levelsEn, ...nextEn, ...listsEn, ...planEn, ...findingsEn, ...agendaEn, ...warehouseEn },
  'zh-Hans': { ...reportZhHans, ...accountsZhHans, ...forecastZhHans, ...riskZhHans, ...movesZhHans, ...cardZhHans, ...ownZhHans, ...clustersZhHans, ...compareZhHans, ...customersZhHans, ...levelsZhHans, ...nextZhHans, ...listsZhHans, ...planZhHans, ...findingsZhHans, ...agendaZhHans, ...warehouseZhHans },
  'zh-Hant': { ...reportZhHant, ...accountsZhHant, ...forecastZhHant, ...riskZhHant, ...movesZhHant, ...cardZhHant, ...ownZhHant, ...clustersZhHant, ...compareZhHant, ...customersZhHant, ...levelsZhHant, ...nextZhHant, ...listsZhHant, ...planZhHant, ...findingsZhHant, ...agendaZhHant, ...warehouseZhHant },
};
