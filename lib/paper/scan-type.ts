/** Accepted types of scans, with media type and first bytes. */
export const scanTypes = {
  pdf: { media: 'application/pdf', begins: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  jpeg: { media: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
  png: { media: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
} as const

export type ScanType = keyof typeof scanTypes

/** The type of a scan by its first bytes, since names and types from a browser prove nothing. Null for other types. */
export function scanType(bytes: Uint8Array): ScanType | null {
  const known = Object.keys(scanTypes) as ScanType[]
  return known.find((type) => scanTypes[type].begins.every((byte, i) => bytes[i] === byte)) ?? null
}
