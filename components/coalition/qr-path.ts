import { create, type QRCodeMaskPattern } from 'qrcode'

/** Light modules around the code, which readers need to find it (ISO/IEC 18004, 5.3.8). */
const QUIET_ZONE = 4

/** A QR code as the path of an SVG, one unit per module, with each run of dark modules drawn as one. */
interface QrPath {
  path: string
  /** The side of its square in units, including the quiet zone. */
  size: number
  mask: QRCodeMaskPattern | undefined
}

/** @param mask the code's pattern (ISO/IEC 18004, 7.8); to find the best of the eight takes five times as long */
export function qrPath(text: string, mask?: QRCodeMaskPattern): QrPath {
  const { modules, maskPattern } = create(text, {
    errorCorrectionLevel: 'M',
    ...(mask !== undefined && { maskPattern: mask }),
  })
  let path = ''
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; ) {
      let run = 0
      while (column + run < modules.size && modules.get(row, column + run)) run++
      if (run > 0) path += `M${column + QUIET_ZONE} ${row + QUIET_ZONE}h${run}v1h-${run}z`
      column += run || 1
    }
  }
  return { path, size: modules.size + 2 * QUIET_ZONE, mask: maskPattern }
}

/** A response with the QR code as an SVG file, to print. */
export function qrFile(text: string): Response {
  const { path, size } = qrPath(text)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="1024" height="1024" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}"/></svg>`
  return new Response(svg, { headers: { 'content-type': 'image/svg+xml' } })
}
