const SHORTEST = 256
/** Up to here a length is twice the one before; beyond it, steps are of an eighth to a sixteenth. */
const DOUBLED = 8192

/**
 * A value as JSON, with spaces behind it, which `JSON.parse` passes over: encryption hides what a text says and not how
 * long it is, and beside a country and a language a name's length may single its bearer out. There are few lengths; a
 * signature without a comment has 512 bytes, unless name and address together are longer than 230.
 */
export function paddedJson(value: object): Buffer<ArrayBuffer> {
  const text = JSON.stringify(value)
  const padded = Buffer.allocUnsafe(paddedLength(Buffer.byteLength(text)))
  return padded.fill(' ', padded.write(text))
}

/** The length to which so many bytes are filled up. */
export function paddedLength(size: number): number {
  let length = SHORTEST
  while (length < size && length < DOUBLED) length *= 2
  if (length >= size) return length
  const step = 2 ** (Math.floor(Math.log2(size)) - 3)
  return Math.ceil(size / step) * step
}
