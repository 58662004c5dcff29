import { spawn } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'

/** Maximum length of a browser's output, in characters. */
const LONGEST = 1_000_000

/**
 * Runs a Chromium that opens a page and writes one file.
 * @param program a Chromium
 * @param folder its profile
 * @param file that its flags tell it to write; deleted afterwards
 * @returns the file; nothing if the program failed
 */
export async function runChromium(program: string, folder: string, file: string, flags: string[]): Promise<Buffer> {
  const said = await askChromium(program, folder, flags)
  const bytes = said === null ? Buffer.alloc(0) : await readFile(file).catch(() => Buffer.alloc(0))
  await rm(file, { force: true })
  return bytes
}

/** Runs a Chromium that opens a page. @returns its output, as its flags request; null if the program failed */
export async function askChromium(program: string, folder: string, flags: string[]): Promise<string | null> {
  const all = ['--headless', '--disable-gpu', `--user-data-dir=${folder}`, ...flags]
  // Chromium's own sandbox does not start as root, as in a container.
  if (process.getuid?.() === 0) all.unshift('--no-sandbox')
  // Passes only the environment that it needs, since ours may hold keys.
  const { PATH, LANG, FONTCONFIG_PATH, FONTCONFIG_FILE } = process.env
  const env = { PATH, LANG, FONTCONFIG_PATH, FONTCONFIG_FILE, HOME: folder, NODE_ENV: process.env.NODE_ENV }
  const child = spawn(program, all, { stdio: ['ignore', 'pipe', 'ignore'], timeout: 60_000, env })
  let said = ''
  child.stdout.on('data', (part) => {
    if (said.length < LONGEST) said += part
  })
  const closed = new Promise((resolve) => child.once('close', resolve))
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve))
  // A surviving child process may keep the pipe open.
  await Promise.race([closed, sleep(2_000, undefined, { ref: false })])
  child.stdout.destroy()
  return code === 0 ? said : null
}
