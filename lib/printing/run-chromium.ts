import { spawn } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'

/**
 * Has a Chromium open a page and write one file.
 * @param program a Chromium
 * @param folder its profile
 * @param file what its flags tell it to write; removed again
 * @returns the file; nothing where the program failed
 */
export async function runChromium(program: string, folder: string, file: string, flags: string[]): Promise<Buffer> {
  const all = ['--headless', '--disable-gpu', `--user-data-dir=${folder}`, ...flags]
  // Chromium's own sandbox does not start as root, as in a container.
  if (process.getuid?.() === 0) all.unshift('--no-sandbox')
  // Of our environment, which may hold keys, only what a program needs to run.
  const { PATH, LANG, FONTCONFIG_PATH } = process.env
  const env = { PATH, LANG, FONTCONFIG_PATH, HOME: folder, NODE_ENV: process.env.NODE_ENV }
  const child = spawn(program, all, { stdio: 'ignore', timeout: 60_000, env })
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
  const bytes = code === 0 ? await readFile(file).catch(() => Buffer.alloc(0)) : Buffer.alloc(0)
  await rm(file, { force: true })
  return bytes
}
