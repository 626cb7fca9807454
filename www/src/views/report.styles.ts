/** The style sheets of the report's sections, in the order in which they apply. */

import type { CSSResult } from 'lit';
import { answer } from '../style/answer.js';
import { brief } from '../style/brief.js';
import { forecast } from '../style/forecast.js';
import { moves } from '../style/moves.js';
import { parts } from '../style/parts.js';
import { plan } from '../style/plan.js';
import { print } from '../style/print.js';
import { risk } from '../style/risk.js';
import { who } from '../style/who.js';
import { worth } from '../style/worth.js';

export const reportStyles: CSSResult[] = [parts, answer, who, worth, forecast, risk, moves, plan, print, brief];
