// Builds the page to `dist/`: relative addresses, so that it runs from any folder of any host, and every
// asset a file of its own, named by its content.
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

// One policy for the built page and for `cargo xtask serve`, which sends it as a header.
const policy = readFileSync(new URL('./csp.txt', import.meta.url), 'utf8').trim();

// Only in the build: the development server injects inline scripts and a web socket of its own.
const contentSecurityPolicy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
        injectTo: 'head-prepend',
      },
    ],
  },
};

/** What the page needs before it is ready, named in its head: it is fetched at once, not by who comes to need it. */
const preloads: Plugin = {
  name: 'preloads',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle = {} }) => {
      const element = Object.values(bundle).filter((file) => file.type === 'chunk').find(({ name }) => name === 'element');
      const scripts = element ? [element.fileName, ...element.imports].filter((name) => !html.includes(name)) : [];
      const fetched = Object.keys(bundle).filter((name) => /\/(value_tiers_bg-[^/]*\.wasm|worker-[^/]*\.js)$/.test(name));
      const link = (attrs: Record<string, string | true>) => ({ tag: 'link', attrs: { ...attrs, crossorigin: true }, injectTo: 'head' as const });
      return [
        ...scripts.map((name) => link({ rel: 'modulepreload', href: `./${name}` })),
        ...fetched.map((name) => link({ rel: 'preload', as: 'fetch', href: `./${name}` })),
      ];
    },
  },
};

export default defineConfig({
  base: './',
  plugins: [contentSecurityPolicy, preloads],
  build: {
    target: 'es2022',
    // A data: address would be refused by connect-src, and a wasm inside a script can't be compiled while it loads.
    assetsInlineLimit: 0,
    rolldownOptions: { input: ['index.html', 'embed.html'] },
    // The polyfill fetches by itself; every browser with wasm SIMD knows modulepreload.
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // ECharts, in its lazy chunk, is larger than Vite's line; the page without it has a gate of its own.
    chunkSizeWarningLimit: 1000,
  },
  worker: { format: 'es' },
  test: {
    include: ['src/**/*.test.ts', 'pack/*.test.mjs'],
    environment: 'node',
  },
});
