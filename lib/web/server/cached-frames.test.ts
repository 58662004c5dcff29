import { expect, it, vi } from 'vitest'
import { cacheFrames } from './cached-frames'

const answer = (text: string, status = 200) => ({
  status,
  headers: {},
  body: Buffer.from(`<main>${text}</main><script>1</script>`),
})

it('asks the framework once for all who come at once, and gives the page without scripts', async () => {
  const ask = vi.fn(async (path: string) => answer(path))
  const frame = cacheFrames(ask)
  const [one, two] = await Promise.all([frame('/en/x'), frame('/en/x')])
  expect(one).toContain('<main>/en/x</main>')
  expect(one).not.toContain('script')
  expect(two).toBe(one)
  expect(ask).toHaveBeenCalledTimes(1)
})

it('goes on with the frame at hand while the framework fails, and rejects where there is none', async () => {
  const ask = vi.fn(async () => answer('first'))
  const frame = cacheFrames(ask, 5)
  await frame('/en/x')
  ask.mockResolvedValue(answer('', 503))
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(await frame('/en/x')).toContain('first')
  expect(ask).toHaveBeenCalledTimes(2)
  expect(await frame('/en/x')).toContain('first')
  await expect(cacheFrames(async () => answer('', 500))('/en/x')).rejects.toThrow('a frame was not made')
})
