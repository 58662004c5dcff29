import { fromBase64, toBase64 } from './bytes'

/** Signature types (C2SP signed-note, "Signature types"). */
export const ED25519 = 0x01
export const COSIGNATURE = 0x04

/** A text with the lines of those who signed it (C2SP signed-note, "Format"). */
export interface Note {
  /** Ends with a newline. */
  text: string
  signatures: NoteSignature[]
}

export interface NoteSignature {
  /** Name of the key. */
  name: string
  /** Distinguishes keys of one name. */
  keyId: number
  bytes: Uint8Array
}

const MAX_SIGNATURES = 100
const MAX_CHARACTERS = 1_000_000

/** @returns null for anything but a well-formed note */
export function parseNote(note: string): Note | null {
  if (note.length > MAX_CHARACTERS || hasControl(note)) return null
  const split = note.lastIndexOf('\n\n')
  if (split < 0 || !note.endsWith('\n')) return null
  const text = note.slice(0, split + 1)
  const signatures = note
    .slice(split + 2, -1)
    .split('\n')
    .map(parseSignature)
  if (signatures.length > MAX_SIGNATURES || !areSignatures(signatures)) return null
  return { text, signatures }
}

function hasControl(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) < 0x20 && text[i] !== '\n') return true
  return false
}

function areSignatures(signatures: (NoteSignature | null)[]): signatures is NoteSignature[] {
  return signatures.every((signature) => signature !== null)
}

/** One line, without its newline; null if malformed. */
export function parseSignature(line: string): NoteSignature | null {
  const found = /^— (\S+) (\S+)$/u.exec(line)
  const bytes = fromBase64(found?.[2] ?? '')
  if (!found?.[1] || !isKeyName(found[1]) || !bytes || bytes.length < 5) return null
  return { name: found[1], keyId: new DataView(bytes.buffer).getUint32(0), bytes: bytes.slice(4) }
}

/** One line, with its newline. */
export function formatSignature({ name, keyId, bytes }: NoteSignature): string {
  const all = new Uint8Array(4 + bytes.length)
  new DataView(all.buffer).setUint32(0, keyId)
  all.set(bytes, 4)
  return `— ${name} ${toBase64(all)}\n`
}

/** A note as text (C2SP signed-note): its text, an empty line, a line for each signature. */
export function formatNote({ text, signatures }: Note): string {
  return `${text}\n${signatures.map(formatSignature).join('')}`
}

/** Not empty, no space, no plus. */
export function isKeyName(name: string): boolean {
  return name.length > 0 && !/[\p{White_Space}+]/u.test(name)
}
