/** The page a marketer opens: in the language of the browser, until they choose another. */

import './preload.js';
import './index.js';
import { firstLanguage } from './messages/index.js';

document.documentElement.lang = firstLanguage(navigator.languages);
document.addEventListener('value-tiers-language', ({ detail }) => {
  document.documentElement.lang = detail.language;
});
