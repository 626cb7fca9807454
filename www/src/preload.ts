/** On pages of our own the engine is fetched beside the element, not behind it. To be imported first. */

import { preload } from './engine/engines.js';

preload();
