export const encodings = ['br', 'gzip', 'identity'] as const

export type Encoding = (typeof encodings)[number]

/**
 * The best encoding that the client accepts (RFC 9110 §12.5.3): highest quality first, then our order (br, gzip).
 * `identity` if none is acceptable: a 406 helps nobody.
 */
export function chooseEncoding(header: string | undefined): Encoding {
  if (header === undefined) return 'identity'
  // What browsers send, without parsing.
  if (!header.includes(';')) return /(^|[\s,])br($|[\s,])/.test(header) ? 'br' : best(header)
  return best(header)
}

function best(header: string): Encoding {
  const qualities = new Map<string, number>()
  for (const part of header.slice(0, 256).toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim())
    const q = parameters.find((parameter) => parameter.startsWith('q='))
    const quality = q === undefined ? 1 : Number(q.slice(2))
    qualities.set(name === 'x-gzip' ? 'gzip' : name, Number.isFinite(quality) ? quality : 0)
  }
  let chosen: Encoding = 'identity'
  let highest = qualities.get('identity') ?? 0
  for (const encoding of ['gzip', 'br'] as const) {
    const quality = qualities.get(encoding) ?? qualities.get('*') ?? 0
    if (quality > 0 && quality >= highest) {
      chosen = encoding
      highest = quality
    }
  }
  return chosen
}
