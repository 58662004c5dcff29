import { PNG } from 'pngjs'

type Pixels = Pick<PNG, 'width' | 'height' | 'data'>

/**
 * A picture as a PNG, with nothing in it but the pixels. Another thread compresses it, and each line is written as its
 * difference from the one above: to try all filters on each, as pngjs does by itself, holds up the thread that answers
 * everybody for as long again as all the rest.
 */
export function encodePng({ width, height, data }: Pixels, colours: 'rgb' | 'rgba'): Promise<Buffer<ArrayBuffer>> {
  const UP = 2
  const colorType = colours === 'rgb' ? 2 : 6
  const picture = new PNG({ colorType, filterType: UP, deflateStrategy: 0, deflateLevel: 6 })
  Object.assign(picture, { width, height, data })
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = []
    picture.on('data', (piece: Buffer) => pieces.push(piece))
    picture.on('error', reject)
    picture.on('end', () => resolve(Buffer.concat(pieces)))
    picture.pack()
  })
}
