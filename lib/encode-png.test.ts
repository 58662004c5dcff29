import { PNG } from 'pngjs'
import { expect, it, vi } from 'vitest'
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
  const turn = vi.fn()
  const timer = setInterval(turn, 0)
  await encodePng(aPicture(1000), 'rgba')
  clearInterval(timer)
  expect(turn.mock.calls.length).toBeGreaterThan(2)
})
