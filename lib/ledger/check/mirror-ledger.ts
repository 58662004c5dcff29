import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type CheckReport, checkLedger } from './check-ledger'
import { readReleases, requireUnchanged } from './check-releases'
import { Fault } from './fault'
import { type LedgerSource, ledgerSource } from './ledger-source'

/**
 * Updates a folder to the present state of a log. Nothing unverified is copied, the whole copy is recomputed each time,
 * and the checkpoint comes last, so that the folder is a valid log at every moment. The first policy stays: later
 * signers must be the same, unless `policy` says otherwise.
 * @throws Fault if the log is invalid, or does not continue the copy
 */
export async function mirrorLedger(source: LedgerSource, folder: string, policy?: string): Promise<CheckReport> {
  const copy = ledgerSource(folder)
  const pinned = policy ?? (await textOf(copy, 'policy'))
  const since = await textOf(copy, 'checkpoint')
  const report = await checkLedger(source, { policy: pinned, since, keep: (path, bytes) => put(folder, path, bytes) })
  await keepTexts(source, copy, folder, report.texts)
  const releases = await readReleases(source)
  requireUnchanged((await readReleases(copy)) ?? [], releases)
  if (releases) await put(folder, 'releases.json', JSON.stringify(releases))
  for (const path of ['corrections.json', 'texts.json']) await put(folder, path, await need(source, path))
  await put(folder, 'policy', report.policyText)
  await put(folder, 'checkpoint', report.note)
  return report
}

/** A text that was once published is kept, and must stay published. */
async function keepTexts(source: LedgerSource, copy: LedgerSource, folder: string, hashes: string[]): Promise<void> {
  const before = (await textOf(copy, 'texts.json')) ?? '[]'
  for (const { sha256 } of JSON.parse(before) as { sha256: string }[]) {
    if (!hashes.includes(sha256)) throw new Fault('text_differs', `the text ${sha256} is no longer published`)
  }
  for (const sha256 of hashes) await put(folder, `texts/${sha256}.json`, await need(source, `texts/${sha256}.json`))
}

async function need(source: LedgerSource, path: string): Promise<Uint8Array> {
  const bytes = await source.read(path)
  if (!bytes) throw new Fault('file_missing', `${source.name} lacks ${path}`)
  return bytes
}

async function textOf(source: LedgerSource, path: string): Promise<string | undefined> {
  const bytes = await source.read(path)
  return bytes ? new TextDecoder().decode(bytes) : undefined
}

/** Atomic. */
async function put(folder: string, path: string, content: Uint8Array | string): Promise<void> {
  const file = join(folder, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(`${file}.new`, content)
  await rename(`${file}.new`, file)
}
