import { copyFileSync } from 'node:fs';
import webpack from 'webpack';

const here = import.meta.dirname;
webpack({ mode: 'production', context: here, entry: './main.js', output: { path: `${here}/dist`, clean: true } }, (error, stats) => {
  if (error || stats.hasErrors()) {
    console.error(error ?? stats.toString({ all: false, errors: true }));
    process.exit(1);
  }
  copyFileSync(`${here}/index.html`, `${here}/dist/index.html`);
});
