import { parseCheckpoint } from '@/lib/ledger/log/checkpoint'
import { type Policy, parsePolicy } from '@/lib/ledger/log/policy'
import { proveConsistency } from '@/lib/ledger/log/prove'
import { tilePath } from '@/lib/ledger/log/tile'
import { verifyCheckpoint } from '@/lib/ledger/log/verify-checkpoint'
import { verifyConsistency } from '@/lib/ledger/log/verify-consistency'
import { parseReceipt, verifyReceipt } from '@/lib/ledger/receipt'
import { webSuite } from '@/lib/ledger/web-suite'

// The source of public/check.js: checks a receipt in the browser. The file is read here and sent nowhere; what is
// fetched are the public keys, the present head, and the tiles that tie the receipt's head to it.

type Finding =
  | 'working'
  | 'true'
  | 'malformed'
  | 'false'
  | 'unknownLog'
  | 'notContinued'
  | 'unsupported'
  | 'unreachable'

const box = document.querySelector<HTMLElement>('[data-receipt]')
const input = box?.querySelector('input')

if (box && input) {
  box.hidden = false
  for (const note of document.querySelectorAll<HTMLElement>('[data-without-script]')) note.hidden = true
  input.addEventListener('change', () => {
    const file = input.files?.[0]
    if (file) void file.text().then((text) => check(box, text))
  })
}

async function check(box: HTMLElement, text: string): Promise<void> {
  show(box, 'working')
  show(box, await finding(box, text).catch((): Finding => 'unreachable'))
}

async function finding(box: HTMLElement, text: string): Promise<Finding> {
  const receipt = parseReceipt(text)
  const head = receipt && parseCheckpoint(receipt.checkpoint)?.checkpoint
  if (!receipt || !head) return 'malformed'
  const slug = box.dataset.receipt?.split(' ').find((known) => head.origin.endsWith(`/ledger/${known}`))
  if (!slug) return 'unknownLog'
  if (!(await canVerify())) return 'unsupported'

  const policy = await parsePolicy(await fetchText(slug, 'policy'), webSuite)
  const result = await verifyReceipt(text, policy, webSuite)
  if (!result.ok) return 'false'
  if (!(await isContinued(slug, policy, result.checkpoint))) return 'notContinued'
  write(box, '[data-index]', receipt.index)
  write(box, '[data-size]', head.size)
  return 'true'
}

/** Whether the log's present head continues an older one. */
async function isContinued(slug: string, policy: Policy, old: { size: number; root: Uint8Array }): Promise<boolean> {
  const now = await verifyCheckpoint(await fetchText(slug, 'checkpoint'), policy, webSuite)
  if (!now.ok) return false
  const { size: newSize, root: newRoot } = now.checkpoint
  if (newSize < old.size) return false
  const read = async (tile: Parameters<typeof tilePath>[0]) => fetchBytes(slug, tilePath(tile))
  const proof = await proveConsistency({ size: newSize, read: remember(read), suite: webSuite }, old.size)
  return verifyConsistency({ oldSize: old.size, oldRoot: old.root, newSize, newRoot, proof }, webSuite)
}

function remember<T extends Parameters<typeof tilePath>[0]>(read: (tile: T) => Promise<Uint8Array>) {
  const seen = new Map<string, Promise<Uint8Array>>()
  return (tile: T) => {
    const found = seen.get(tilePath(tile)) ?? read(tile)
    seen.set(tilePath(tile), found)
    return found
  }
}

/** Ed25519 is new in some browsers, and an insecure connection has no cryptography at all. */
async function canVerify(): Promise<boolean> {
  // A key and a signature that are known to belong together: the first test vector of RFC 8032.
  const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  const key = bytes('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a')
  const signature = bytes(
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  )
  try {
    return await webSuite.verify(key, new Uint8Array(), signature)
  } catch {
    return false
  }
}

async function fetchBytes(slug: string, path: string): Promise<Uint8Array> {
  const response = await fetch(`/ledger/${slug}/${path}`)
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}

async function fetchText(slug: string, path: string): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await fetchBytes(slug, path))
}

function show(box: HTMLElement, finding: Finding): void {
  for (const one of box.querySelectorAll<HTMLElement>('[data-finding]')) one.hidden = one.dataset.finding !== finding
}

function write(box: HTMLElement, selector: string, number: number): void {
  const place = box.querySelector(selector)
  if (place) place.textContent = new Intl.NumberFormat(document.documentElement.lang).format(number)
}
