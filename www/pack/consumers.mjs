// Packs the npm package and installs it into the projects of `tests/consumers`, in `target/consumers`. What did not change
// since the last time is not done again.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { www } from './parts.mjs';

const target = join(process.env.CARGO_TARGET_DIR ?? `${www}../target`, 'consumers');
const sources = `${www}../tests/consumers`;
const npm = (folder, ...words) => execFileSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', words, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });

/** Everything in files and folders, as one number. */
function fingerprint(...paths) {
  const hash = createHash('sha256');
  const take = (path) => {
    if (/node_modules|\bdist$|test-results/.test(path)) return;
    try {
      for (const name of readdirSync(path).sort()) take(join(path, name));
    } catch {
      hash.update(path).update(readFileSync(path));
    }
  };
  paths.filter((path) => existsSync(path)).forEach(take);
  return hash.digest('hex');
}

/** Does the work unless it was done for the same inputs. */
function once(name, now, work) {
  const stamp = join(target, `${name}.stamp`);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  work();
  writeFileSync(stamp, now);
}

mkdirSync(target, { recursive: true });
const archive = join(target, 'value-tiers.tgz');
const written = fingerprint(`${www}src`, `${www}pack`, `${www}package`, `${www}package-lock.json`, `${www}embed.html`);
once('package', written, () => {
  const folder = join(target, 'package');
  execFileSync(process.execPath, [`${www}pack/package.mjs`, folder], { stdio: 'inherit' });
  npm(folder, 'pack', '--silent', '--pack-destination', target);
  renameSync(join(target, `value-tiers-${JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version}.tgz`), archive);
});
for (const entry of readdirSync(sources, { withFileTypes: true })) {
  if (!entry.isDirectory()) continue;
  const folder = join(target, entry.name);
  const source = join(sources, entry.name);
  once(entry.name, fingerprint(source) + fingerprint(archive), () => {
    // Only the package itself is new each time; what is beside it stays.
    rmSync(join(folder, 'node_modules/value-tiers'), { recursive: true, force: true });
    rmSync(join(folder, 'package-lock.json'), { force: true });
    cpSync(source, folder, { recursive: true });
    // The tests run under `npm exec --offline`, which is no reason for what is installed here.
    npm(folder, 'install', '--offline=false', '--loglevel=error', '--no-audit', '--no-fund', '--prefer-offline', '--no-package-lock');
    const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    if (scripts?.build) npm(folder, 'run', '--silent', 'build');
  });
}
