import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../scripts/setup/root.mjs'
import { runCommand } from '../scripts/setup/run-command.mjs'

/**
 * Unpacks the last resort: an npm package with a compressed Chromium, the system libraries it needs and a font. It is
 * made for AWS Lambda and unpacks its libraries only if it believes that it runs there.
 * @param {string} folder
 * @returns {Promise<string | null>} path of a program that starts it
 */
export async function inflateBrowser(folder) {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  // Files left incomplete by an interrupted run would count as unpacked.
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const script = `const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath()`
  await runCommand(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: root,
    env: { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
  })
  await writeFile(
    join(folder, 'fonts', 'fonts.conf'),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>/usr/share/fonts</dir><dir>${folder}/fonts</dir><cachedir>${folder}/font-cache</cachedir></fontconfig>
`,
  )
  const start = join(folder, 'start')
  await writeFile(
    start,
    `#!/bin/sh
LD_LIBRARY_PATH="${folder}/al2023/lib" FONTCONFIG_PATH="${folder}/fonts" exec "${folder}/chromium" "$@"
`,
    { mode: 0o755 },
  )
  return start
}
