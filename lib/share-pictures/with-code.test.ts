import { PNG } from 'pngjs'
import { create } from 'qrcode'
import { expect, it } from 'vitest'
import { commonPlate } from './compose-picture'
import { HEIGHT, WIDTH } from './layout'
import { withCode } from './with-code'

it('has the picture above and the whole code below it, as a phone reads it', async () => {
  const address = 'https://petition.example.org/ko/petitions/security-council-must-act/sign?via=people-in-need'
  const plate = await commonPlate('ko')
  const { width, height, data } = PNG.sync.read(await withCode(plate, address))
  expect([width, height]).toEqual([WIDTH, WIDTH])
  expect(data.subarray(0, WIDTH * HEIGHT * 4).equals(PNG.sync.read(plate).data)).toBe(true)

  const isDark = (x: number, y: number) => data.readUInt32BE((y * WIDTH + x) * 4) === 0x000000ff
  const dark: [number, number][] = []
  for (let y = HEIGHT; y < WIDTH; y++) for (let x = 0; x < WIDTH; x++) if (isDark(x, y)) dark.push([x, y])
  const [left, top] = [Math.min(...dark.map(([x]) => x)), Math.min(...dark.map(([, y]) => y))]
  const side = Math.max(...dark.map(([x]) => x)) - left + 1
  const { modules } = create(address, { errorCorrectionLevel: 'M' })
  const unit = side / modules.size
  // A phone reads three pixels of its camera a module; this is a third of a picture that fills its screen.
  expect([Number.isInteger(unit), unit >= 8]).toEqual([true, true])
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++) {
      const at = isDark(left + (column + 0.5) * unit, top + (row + 0.5) * unit)
      expect([row, column, at]).toEqual([row, column, Boolean(modules.get(row, column))])
    }
  // Light on every side, four modules wide.
  for (const [x, y] of [
    [left - 4 * unit, top],
    [left + side + 4 * unit - 1, top],
    [left, top - 4 * unit],
    [left, top + side + 4 * unit - 1],
  ] as const)
    expect(data.readUInt32BE((y * WIDTH + x) * 4)).toBe(0xffffffff)
})
