/** The style sheets of the report's sections, in the order in which they apply. */

import type { CSSResult } from 'lit';
import { accounts } from '../style/accounts.js';
import { agenda } from '../style/agenda.js';
import { answer } from '../style/answer.js';
import { card } from '../style/card.js';
import { brief } from '../style/brief.js';
import { forecast } from '../style/forecast.js';
import { levels } from '../style/levels.js';
import { moves } from '../style/moves.js';
import { own } from '../style/own.js';
import { next } from '../style/next.js';
import { parts } from '../style/parts.js';
import { plan } from '../style/plan.js';
import { print } from '../style/print.js';
import { risk } from '../style/risk.js';
import { warehouse } from '../style/warehouse.js';
import { who } from '../style/who.js';
import { worth } from '../style/worth.js';

export const reportStyles: CSSResult[] = [parts, answer, who, worth, accounts, forecast, risk, levels, moves, next, agenda, plan, card, own, warehouse, print, brief];
