/** Counts what the page asks the network for, so that "no requests" can be seen and not only promised. */

export class Requests {
  /** Requests since `begin`. */
  count = 0;
  #since = Number.POSITIVE_INFINITY;
  #observer: PerformanceObserver | undefined;

  constructor(changed: () => void) {
    if (typeof PerformanceObserver === 'undefined') return;
    this.#observer = new PerformanceObserver((list) => {
      const fresh = list
        .getEntries()
        .filter((entry) => entry.startTime >= this.#since && /^(https?|wss?|ftp):/.test(entry.name)).length;
      if (fresh === 0) return;
      this.count += fresh;
      changed();
    });
    this.#observer.observe({ type: 'resource' });
  }

  /** Counts from now on. */
  begin(): void {
    this.count = 0;
    this.#since = performance.now();
  }

  end(): void {
    this.#observer?.disconnect();
  }
}
