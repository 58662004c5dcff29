import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { listBases, listSegments } from './backup-folder'
import { openSealed, SEALED } from './sealed-file'

export type UnpackResult = { ok: true; base: Date } | { ok: false; reason: 'no_base' }

/**
 * Opens the newest whole copy that began before a time into `data`, and the log since into `log`.
 * @param until null: the newest of all
 */
export async function unpack(
  folder: string,
  identity: string,
  until: Date | null,
  to: { data: string; log: string },
): Promise<UnpackResult> {
  const base = (await listBases(folder)).filter(({ at }) => !until || at < until).at(-1)
  if (!base) return { ok: false, reason: 'no_base' }
  await mkdir(to.data, { recursive: true, mode: 0o700 })
  await mkdir(to.log, { recursive: true, mode: 0o700 })
  const copy = await openSealed(base.path, identity)
  // tar stops at the end of its archive, and what is written after it would break off: the rest is read, too, so that
  // the whole copy is known to be undamaged.
  const tar = spawn(
    'sh',
    [
      '-c',
      'tar "$@" && cat > /dev/null',
      'tar',
      '-x',
      '--no-same-owner',
      '-C',
      to.data,
      '--exclude=server.log',
      '-f',
      '-',
    ],
    { stdio: ['pipe', 'ignore', 'inherit'] },
  )
  const ended = once(tar, 'exit')
  const poured = pipeline(copy, tar.stdin).then(
    () => null,
    (error: unknown) => error,
  )
  const [code] = await ended
  if (code !== 0) throw new Error('the copy is damaged: tar cannot read it')
  const broken = await poured
  if (broken) throw broken
  for (const name of await listSegments(folder)) {
    // An unfinished segment ends in zeros, where recovery stops. A whole one has its name without the ending.
    const plain = name.slice(0, -SEALED.length).replace('.partial', '')
    const whole = name.includes('.partial') && (await listSegments(folder)).includes(`${plain}${SEALED}`)
    if (!whole)
      await pipeline(
        await openSealed(join(folder, 'wal', name), identity),
        createWriteStream(join(to.log, plain), { mode: 0o600 }),
      )
  }
  return { ok: true, base: base.at }
}
