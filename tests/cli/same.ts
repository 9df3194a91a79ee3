// `npm run -s same`: builds the present commit twice, each from a fresh checkout in a folder of its own, and compares the
// zips byte by byte. Prints each zip's size and SHA-256.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

function run(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stdout}${stderr}`);
  return stdout.trim();
}

/** Name, size and hash of every zip that a fresh checkout of the commit makes. */
function zipsOf(commit: string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-same-'));
  const checkout = join(folder, 'checkout');
  try {
    run('git', ['worktree', 'add', '--detach', checkout, commit], ROOT);
    symlinkSync(join(ROOT, 'node_modules'), join(checkout, 'node_modules'));
    run('npm', ['run', '-s', 'zip'], checkout);
    return globSync('.output/*.zip', { cwd: checkout })
      .sort()
      .map((zip) => {
        const bytes = readFileSync(join(checkout, zip));
        return `${basename(zip)} ${bytes.length} bytes, SHA-256 ${createHash('sha256').update(bytes).digest('hex')}`;
      });
  } finally {
    run('git', ['worktree', 'remove', '--force', checkout], ROOT);
    rmSync(folder, { recursive: true, force: true });
  }
}

const commit = run('git', ['rev-parse', 'HEAD'], ROOT);
const [first, second] = [zipsOf(commit), zipsOf(commit)];
const same = first.length > 0 && JSON.stringify(first) === JSON.stringify(second);
console.log(
  [`commit ${commit}`, ...first, ...(same ? ['the same in both builds'] : ['DIFFERENT in the second:', ...second])].join('\n'),
);
if (!same) process.exitCode = 1;
