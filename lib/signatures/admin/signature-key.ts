/** Identifies a signature in admin URLs and forms. Without the blind index key it is not personal. */
export interface SignatureKey {
  petitionId: string
  emailIndex: Buffer<ArrayBuffer>
}

/** Serialises a key: petition (16 bytes) ‖ email index (32) as 64 characters of base64url. */
export function keyText({ petitionId, emailIndex }: { petitionId: string; emailIndex: Uint8Array }): string {
  return Buffer.concat([Buffer.from(petitionId.replaceAll('-', ''), 'hex'), emailIndex]).toString('base64url')
}

/** @returns null if the text is not a key */
export function readKey(text: string): SignatureKey | null {
  if (!/^[A-Za-z0-9_-]{64}$/.test(text)) return null
  const bytes = Buffer.from(text, 'base64url')
  const hex = bytes.toString('hex', 0, 16)
  const petitionId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return { petitionId, emailIndex: Buffer.from(bytes.subarray(16)) }
}
