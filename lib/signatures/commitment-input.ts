const tag = new TextEncoder().encode('icnk.org/signature/v1\n')

/** The bytes that a commitment hashes: domain tag ‖ text hash ‖ salt ‖ record hash, the last three 32 bytes each. */
export function commitmentInput(text: Uint8Array, salt: Uint8Array, record: Uint8Array): Uint8Array<ArrayBuffer> {
  if ([text, salt, record].some((part) => part.length !== 32))
    throw new Error('a commitment is over three times 32 bytes')
  const input = new Uint8Array(tag.length + 96)
  input.set(tag)
  ;[text, salt, record].forEach((part, i) => {
    input.set(part, tag.length + i * 32)
  })
  return input
}
