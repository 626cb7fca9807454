// Bundles the peers as a page would. Every file stays a file: an inlined wasm would start slower than it does in life.
export default {
  base: './',
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 10_000 },
};
