import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { memoryEnv } from '@/scripts/setup/memory-env.mjs'
import { root } from '@/scripts/setup/root.mjs'
import { startProcess } from '@/scripts/setup/start-process.mjs'

/** Runs a TypeScript program. */
export const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs')

/** A measured server, in its own process. */
export interface Program {
  url: string
  pid: number
  stop: () => Promise<void>
}

/**
 * Starts a program and waits until it answers. It ends with this process, however that ends.
 * @param args for node
 * @param port where it will listen
 */
export async function startProgram(
  args: string[],
  port: number,
  env: Record<string, string | undefined>,
): Promise<Program> {
  const everything = { ...process.env, ...memoryEnv, ...env, PORT: String(port) }
  const { child, stop } = startProcess(args, { env: everything as NodeJS.ProcessEnv, output: 'pipe' })
  child.stdout?.resume()
  child.stderr?.pipe(process.stderr, { end: false })
  const url = `http://localhost:${port}`
  await answering(url, child)
  return { url, pid: child.pid ?? 0, stop }
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (child.exitCode !== null) throw new Error(`a measured program ended with ${child.exitCode}`)
    if (await fetch(url, { redirect: 'manual' }).catch(() => null)) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`nothing answers at ${url}`)
}
