/**
 * The first script of the offline page: unpacks the page's own script and puts it in. The policy of the page knows the
 * hashes of both and lets no other run.
 */

import { unpacked } from './engine/packed.js';

const script = document.createElement('script');
script.type = 'module';
script.textContent = new TextDecoder().decode(unpacked('page'));
document.body.append(script);
