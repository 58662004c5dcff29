import { spawn } from 'node:child_process'

/** `check-ledger`, as anyone outside runs it. */
export function checkLedger(...args: string[]): Promise<{ code: number | null; said: string }> {
  return command('scripts/check-ledger.ts', ...args)
}

/** `check-pack`, in the same way. */
export function checkPack(...args: string[]): Promise<{ code: number | null; said: string }> {
  return command('scripts/check-pack.ts', ...args)
}

/** `print-pack`, as staff run it. */
export function printPack(env: NodeJS.ProcessEnv, ...args: string[]): Promise<{ code: number | null; said: string }> {
  return commandIn(env, 'scripts/print-pack.ts', ...args)
}

export function mirror(...args: string[]): Promise<{ code: number | null; said: string }> {
  return command('scripts/mirror.ts', ...args)
}

function command(...args: string[]): Promise<{ code: number | null; said: string }> {
  return commandIn(process.env, ...args)
}

function commandIn(env: NodeJS.ProcessEnv, ...args: string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['node_modules/tsx/dist/cli.mjs', ...args], { env })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += chunk
    })
  }
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })))
}
