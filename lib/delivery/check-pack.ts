import type { z } from 'zod'
import { checkCorrections } from '@/lib/ledger/check/check-corrections'
import { Fault } from '@/lib/ledger/check/fault'
import { trustedCheckpoint } from '@/lib/ledger/check/read-checkpoint'
import { type RetractReason, retractReasons } from '@/lib/ledger/leaf-kinds'
import { toBase64 } from '@/lib/ledger/log/bytes'
import { parsePolicy } from '@/lib/ledger/log/policy'
import { nodeSuite } from '@/lib/ledger/node-suite'
import { checkProofs } from './check-proofs'
import { COUNT_FILE, countSchema, type PackCount, sumOf, WEEKS_FILE } from './count-file'
import { MANIFEST, type Manifest, manifestSchema, NAMES_FILE, type PackSubject, sha256 } from './manifest'
import { checkReaders, openNames } from './names/check-names'
import { PROOF_FILE, proofsSchema } from './proof-file'

/** The files of an unpacked pack. */
export interface PackSource {
  list(): Promise<string[]>
  /** Null if the file does not exist. */
  read(path: string): Promise<Uint8Array | null>
}

export interface PackReport extends PackSubject {
  sha256: string
  files: number
  count: number
  /** The number of ledger entries whose inclusion was proven. */
  proven: number
  /** Files that only addressees got, and whether each is in the folder; if so, it matches the manifest. */
  withheld: { path: string; here: boolean }[]
  /** The addressees who can decrypt it; empty if the pack does not say. */
  namesTo: string[]
  /** In the form to be shown; null if the file is not here, or no identity was given. */
  names: string[] | null
}

/**
 * Checks a pack offline: that it contains exactly the files of its manifest; that each text has the hash by which
 * signatures name it; that the ledger signed its checkpoint; that the count and its weeks are those of the checkpoint;
 * that the correction log accounts for what staff took out; that sheets and corrections are entries of the ledger; and
 * that the names, if present, are encrypted to exactly the addressees in the manifest.
 * @param expected facts from elsewhere: the hash on the petition's page, trusted keys, and the age identity that
 *   decrypts the names
 * @throws Fault
 */
export async function checkPack(
  source: PackSource,
  expected: { sha256?: string; policy?: string; identity?: string } = {},
): Promise<PackReport> {
  const manifestBytes = await read(source, MANIFEST)
  const hash = sha256(manifestBytes)
  if (expected.sha256 !== undefined && expected.sha256.toLowerCase() !== hash)
    throw new Fault('pack_differs', `the manifest’s SHA-256 is ${hash}: it is not the pack that you expect`)
  const manifest = parse(manifestSchema, MANIFEST, manifestBytes)
  const withheld = await checkWithheld(source, manifest.withheld)
  await checkFiles(source, manifest.files, withheld)
  checkReaders(manifest, await source.read(NAMES_FILE))
  for (const { path, sha256: given } of manifest.files) {
    const [, named] = /^texts\/([0-9a-f]{64})\.json$/.exec(path) ?? []
    if (named && named !== given) throw new Fault('text_differs', `${path} does not have the hash of its name`)
  }
  const policyText = expected.policy ?? text(await read(source, 'ledger/policy'))
  const policy = await parsePolicy(policyText, nodeSuite).catch((error: unknown) => {
    throw new Fault('policy_malformed', error instanceof Error ? error.message : String(error))
  })
  const checkpoint = await trustedCheckpoint(text(await read(source, 'ledger/checkpoint')), policy)
  const count = parse(countSchema, COUNT_FILE, await read(source, COUNT_FILE))
  const { origin, size, root } = checkpoint
  if (count.ledger.origin !== origin || count.ledger.size !== size || count.ledger.root !== toBase64(root))
    throw new Fault('count_differs', 'the count is not of the checkpoint in the pack')
  if (sumOf(count) !== count.count) throw new Fault('count_differs', 'the parts of the count do not add up to it')
  const weeks = sumOfWeeks(text(await read(source, WEEKS_FILE)))
  if (weeks !== count.count) throw new Fault('count_differs', `the weeks add up to ${weeks}, not to ${count.count}`)
  const ledger = { name: 'the pack', read: (path: string) => source.read(`ledger/${path}`) }
  const corrections = await checkCorrections(ledger, { size, retracted: retractedIn(count) })
  const proofs = manifest.format === 1 ? [] : parse(proofsSchema, PROOF_FILE, await read(source, PROOF_FILE))
  if (manifest.format !== 1) await checkProofs(proofs, checkpoint, count, corrections)
  const { petition, deliveredOn, addressees, files } = manifest
  const proven = proofs.length
  const said = { petition, deliveredOn, addressees, sha256: hash, files: files.length, count: count.count }
  const namesTo = manifest.namesTo.map(({ addressee }) => addressee)
  return {
    ...said,
    proven,
    withheld,
    namesTo,
    names: await namesIn(source, manifest, count, expected.identity),
  }
}

function retractedIn({ retracted }: PackCount): Record<RetractReason, number> {
  return Object.fromEntries(retractReasons.map((reason) => [reason, retracted[reason] ?? 0])) as Record<
    RetractReason,
    number
  >
}

type Listed = z.infer<typeof manifestSchema>['files']

async function checkFiles(source: PackSource, files: Listed, withheld: PackReport['withheld']): Promise<void> {
  for (const file of files) same(file, await read(source, file.path))
  const known = new Set([MANIFEST, ...[...files, ...withheld].map(({ path }) => path)])
  const more = (await source.list()).find((path) => !known.has(path))
  if (more) throw new Fault('file_unknown', `${more} is not in the manifest`)
}

/** Only addressees have it, so it may be missing. */
async function checkWithheld(source: PackSource, files: Listed): Promise<PackReport['withheld']> {
  const found: PackReport['withheld'] = []
  for (const file of files) {
    const body = await source.read(file.path)
    if (body) same(file, body)
    found.push({ path: file.path, here: body !== null })
  }
  return found
}

function same({ path, bytes, sha256: given }: Listed[number], body: Uint8Array): void {
  if (body.length !== bytes || sha256(body) !== given)
    throw new Fault('file_differs', `${path} is not the file of the manifest`)
}

async function namesIn(source: PackSource, manifest: Manifest, count: PackCount, identity?: string) {
  const file = manifest.withheld.some(({ path }) => path === NAMES_FILE) ? await source.read(NAMES_FILE) : null
  return file && identity !== undefined ? openNames(file, identity, count, manifest) : null
}

async function read(source: PackSource, path: string): Promise<Uint8Array> {
  const body = await source.read(path)
  if (!body) throw new Fault('file_missing', `${path} is missing`)
  return body
}

function text(body: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(body)
}

function parse<Value>(
  schema: { safeParse(value: unknown): { success: true; data: Value } | { success: false } },
  path: string,
  body: Uint8Array,
): Value {
  const read = schema.safeParse(asJson(text(body)))
  if (!read.success) throw new Fault('file_malformed', `${path} cannot be read`)
  return read.data
}

function asJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

/** The sum of the second column of a table with a heading. */
function sumOfWeeks(csv: string): number {
  const rows = csv.trim().split('\r\n').slice(1)
  return rows.reduce((sum, row) => sum + Number(row.split(',')[1]), 0)
}
