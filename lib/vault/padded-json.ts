const SHORTEST = 256
/** Up to this length, in bytes, each step doubles it; beyond, steps are an eighth to a sixteenth of the length. */
const DOUBLED = 8192

/**
 * A value as JSON, padded with spaces at the end, which `JSON.parse` ignores. Encryption hides a text but not its
 * length, and together with a country and a language the length of a name may identify a person. There are few lengths:
 * a signature without a comment has 512 bytes, unless name and address together are longer than 230.
 */
export function paddedJson(value: object): Buffer<ArrayBuffer> {
  const text = JSON.stringify(value)
  const padded = Buffer.allocUnsafe(paddedLength(Buffer.byteLength(text)))
  return padded.fill(' ', padded.write(text))
}

/** The length to which a number of bytes is padded. */
export function paddedLength(size: number): number {
  let length = SHORTEST
  while (length < size && length < DOUBLED) length *= 2
  if (length >= size) return length
  const step = 2 ** (Math.floor(Math.log2(size)) - 3)
  return Math.ceil(size / step) * step
}
