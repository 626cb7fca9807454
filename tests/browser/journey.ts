// One walk through the widget, the same in every browser and in every form in which it is shipped: drop a file, read
// figures, export, and see that nothing was asked of the network. `journey` runs inside the page and takes nothing from
// outside but its argument: a driver hands it over as text.

/** What to drop: `text`, or bytes in base64. */
export interface Errand {
  name: string;
  text?: string;
  base64?: string;
}

/** What was seen. */
export interface Seen {
  file: string;
  net: string | undefined;
  /** As the footer says it. */
  privacy: string;
  /** Lines of the exported list, with its header. */
  exported: number;
  header: string;
  /** Addresses that were asked after the file was dropped. */
  requests: string[];
  violations: string[];
}

export async function journey(errand: Errand): Promise<Seen> {
  const until = async <T>(what: string, look: () => T | null | undefined | false): Promise<T> => {
    for (let waited = 0; waited < 30_000; waited += 50) {
      const found = look();
      if (found) return found;
      await new Promise((later) => setTimeout(later, 50));
    }
    const alert = document.querySelector('value-tiers')?.shadowRoot?.querySelector('[role="alert"]')?.textContent;
    throw new Error(`waited in vain for ${what}; the page says: ${String(alert?.trim())}`);
  };
  const violations: string[] = [];
  document.addEventListener('securitypolicyviolation', (event) => {
    violations.push(`${event.effectiveDirective} ${event.blockedURI}`);
  });
  const widget = await until('the widget', () => document.querySelector<HTMLElement>('value-tiers'));
  const root = await until('its shadow', () => widget.shadowRoot);
  widget.lang = 'en';
  await until('the engine', () => root.querySelector<HTMLButtonElement>('.sample button:not([disabled])'));
  // What is fetched when the page is idle belongs to loading.
  await new Promise((later) => setTimeout(later, 1000));

  const start = performance.now();
  const content = errand.text ?? Uint8Array.from(atob(errand.base64 ?? ''), (letter) => letter.charCodeAt(0));
  const transfer = new DataTransfer();
  transfer.items.add(new File([content], errand.name));
  const zone = await until('the zone', () => root.querySelector('.zone, .root'));
  for (const type of ['dragenter', 'dragover', 'drop']) {
    zone.dispatchEvent(new DragEvent(type, { bubbles: true, composed: true, cancelable: true, dataTransfer: transfer }));
  }
  const file = await until('the report', () => root.querySelector('.file')?.textContent?.trim());
  const net = (Reflect.get(widget, 'report') as { totals: { net?: string } } | undefined)?.totals.net;
  const download = await until('the list', () =>
    [...root.querySelectorAll<HTMLButtonElement>('button:not([disabled])')].find(({ textContent }) => /Download this list/.test(textContent ?? '')));

  const saved = new Promise<Blob>((tell) => {
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (object: Blob | MediaSource) => {
      tell(object as Blob);
      return make(object);
    };
  });
  // A download would leave this machine's browser waiting for a person.
  HTMLAnchorElement.prototype.click = () => undefined;
  download.click();
  const text = (await (await saved).text()).replace(/^\uFEFF/, '').trimEnd();
  const lines = text.split(/\r?\n/);
  const requests = performance.getEntriesByType('resource')
    .filter(({ startTime, name }) => startTime >= start && !/^(blob|data):/.test(name))
    .map(({ name }) => name);
  return {
    file, net, requests, violations,
    privacy: root.querySelector('.foot')?.textContent?.trim() ?? '',
    exported: lines.length,
    header: lines[0] ?? '',
  };
}
