// A command as others call it: a process of its own, with its exit code and all that it says.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/**
 * @param script its address
 * @param env beside the variables that this process has
 * @throws Error when it cannot be started, or was ended by a signal
 */
export const runScript = async (script: URL, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Run> => {
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [fileURLToPath(script), ...args], {
      env: { ...process.env, ...env },
    });
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: unknown; stdout: string; stderr: string };
    if (typeof code !== 'number') throw error;
    return { code, out: stdout, err: stderr };
  }
};
