import { concatBytes } from './bytes'

/** Entries, each after its length as two big-endian bytes (C2SP tlog-tiles, "Log entries"). */
export function encodeBundle(entries: Uint8Array[]): Uint8Array<ArrayBuffer> {
  return concatBytes(...entries.flatMap((entry) => [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry]))
}

/** @returns null if the lengths do not match the bytes */
export function decodeBundle(bytes: Uint8Array): Uint8Array[] | null {
  const entries: Uint8Array[] = []
  let at = 0
  while (at + 2 <= bytes.length) {
    const end = at + 2 + (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0)
    if (end > bytes.length) return null
    entries.push(bytes.subarray(at + 2, end))
    at = end
  }
  return at === bytes.length ? entries : null
}
