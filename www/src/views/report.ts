/**
 * The sections of the report, with their words and styles: loaded behind what the page needs to take a file.
 */

export { sectionWords } from '../messages/sections.js';
export { renderActions } from './actions.js';
export { renderAgenda } from './agenda.js';
export { renderAnswer } from './answer.js';
export { renderBrief } from './brief.js';
export { renderCard } from './card.js';
export { renderCustomers } from './customers.js';
export { ASIDE_LIMIT, renderData } from './data.js';
export { renderLifts, renderLists } from './lists.js';
export { renderMoves } from './moves.js';
export { renderNext } from './next.js';
export { renderOwn } from './own.js';
export { renderPlan } from './plan.js';
export { reportStyles } from './report.styles.js';
export { renderRisk } from './risk.js';
export { renderWarehouse } from './warehouse.js';
export { renderWho } from './who.js';
export { renderWorth } from './worth.js';
