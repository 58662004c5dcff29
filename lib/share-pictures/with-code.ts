import { PNG } from 'pngjs'
import { create } from 'qrcode'
import { encodePng } from '@/lib/encode-png'
import { BACKGROUND, HEIGHT, WIDTH } from './layout'

/** Light modules around the code, without which readers do not find it (ISO/IEC 18004, 5.3.8). */
const QUIET_ZONE = 4
/** In pixels: of the code with its quiet zone, at most. */
const SIDE = 500

/**
 * A petition's picture with an address as a QR code below it, in a square: to be posted where a post can hold no link.
 * It is put together of pixels, and takes no fonts.
 */
export function withCode(picture: Uint8Array, address: string): Promise<Buffer<ArrayBuffer>> {
  const square = new PNG({ width: WIDTH, height: WIDTH })
  fill(square, { x: 0, y: 0, width: WIDTH, height: WIDTH }, BACKGROUND)
  PNG.bitblt(PNG.sync.read(Buffer.from(picture)), square, 0, 0, WIDTH, HEIGHT, 0, 0)
  const { modules } = create(address, { errorCorrectionLevel: 'M' })
  const unit = Math.floor(SIDE / (modules.size + 2 * QUIET_ZONE))
  const side = unit * (modules.size + 2 * QUIET_ZONE)
  const [left, top] = [Math.round((WIDTH - side) / 2), HEIGHT + Math.round((WIDTH - HEIGHT - side) / 2)]
  fill(square, { x: left, y: top, width: side, height: side }, '#ffffff')
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column)) {
        const at = { x: left + unit * (column + QUIET_ZONE), y: top + unit * (row + QUIET_ZONE) }
        fill(square, { ...at, width: unit, height: unit }, '#000000')
      }
  return encodePng(square, 'rgb')
}

interface Box {
  x: number
  y: number
  width: number
  height: number
}

function fill({ data }: PNG, { x, y, width, height }: Box, colour: string): void {
  const pixel = Buffer.from(`${colour.slice(1)}ff`, 'hex')
  for (let line = y; line < y + height; line++) data.fill(pixel, (line * WIDTH + x) * 4, (line * WIDTH + x + width) * 4)
}
