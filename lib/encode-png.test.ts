import { PNG } from 'pngjs'
import { expect, it } from 'vitest'
import { encodePng } from './encode-png'

/** Of many colours, so that there is something to compress. */
function aPicture(side: number): PNG {
  const picture = new PNG({ width: side, height: side })
  for (let i = 0; i < picture.data.length; i += 1) picture.data[i] = i % 4 === 3 ? 255 : (i * i) % 251
  return picture
}

it.each(['rgb', 'rgba'] as const)('keeps every pixel: %s', async (colours) => {
  const picture = aPicture(50)
  const { width, height, data } = PNG.sync.read(await encodePng(picture, colours))
  expect([width, height, data.equals(picture.data)]).toEqual([50, 50, true])
})

it('lets others run while it compresses', async () => {
  let turns = 0
  const turn = () => {
    turns += 1
    next = setImmediate(turn)
  }
  let next = setImmediate(turn)
  await encodePng(aPicture(1000), 'rgba')
  clearImmediate(next)
  expect(turns).toBeGreaterThan(2)
})
