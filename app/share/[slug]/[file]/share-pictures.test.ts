import { PNG } from 'pngjs'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { db } from '@/lib/db'
import { findPicture } from '@/lib/share-pictures/find-picture'
import { HEIGHT, WIDTH } from '@/lib/share-pictures/layout'
import { makePicture } from '@/lib/share-pictures/make-pictures'
import { savePlate } from '@/lib/share-pictures/plates'
import { locales } from '@/messages/translator'
import { aPetition } from '@/test/a-petition'
import { useDatabase } from '@/test/use-database'
import { GET } from './route'

useDatabase()

const languages = locales.filter((locale) => locale !== 'ar-XB')
const START = new Date('2026-12-01T08:00:00Z')
const later = (minutes: number) => new Date(START.getTime() + minutes * 60_000)
let petition: string

beforeAll(async () => {
  petition = await aPetition('camps')
  await db().petitionTotal.create({ data: { petitionId: petition, net: 12_430, asOf: START } })
})

async function makeAll(now: Date): Promise<number> {
  let made = 0
  while (await makePicture(now)) made += 1
  return made
}

const setCount = (net: number) => db().petitionTotal.update({ where: { petitionId: petition }, data: { net } })
const get = (path: string) => {
  const [, , slug = '', file = ''] = path.split('/')
  return GET(new Request(`http://localhost${path}`), { params: Promise.resolve({ slug, file }) })
}

describe('a petition’s picture to share', () => {
  it('is made once for each language, and again when its number is another', async () => {
    expect(await makeAll(START)).toBe(languages.length)
    expect(await makeAll(later(60))).toBe(0)
    const before = await findPicture('camps', 'ko')
    expect(before).toMatchObject({
      count: 12_430,
      path: expect.stringMatching(/^\/share\/camps\/ko-[0-9a-f]{16}\.png$/),
    })

    await setCount(12_431)
    expect(await makeAll(later(70))).toBe(languages.length)
    const after = await findPicture('camps', 'ko')
    expect(after?.count).toBe(12_431)
    expect(after?.path).not.toBe(before?.path)
  })

  it('is made no more often in hours when many sign', async () => {
    let made = 0
    for (let minute = 100; minute < 125; minute++) {
      await setCount(20_000 + minute)
      made += (await makePicture(later(minute))) ? 1 : 0
      while (await makePicture(later(minute))) made += 1
    }
    expect(made).toBeLessThanOrEqual(3 * languages.length)
    expect(made).toBeGreaterThan(1 * languages.length)
  }, 120_000)

  it('is given for hours at its own address, and leads there from every other', async () => {
    const path = (await findPicture('camps', 'ar'))?.path ?? ''
    const answer = await get(path)
    expect(answer.status).toBe(200)
    // A petition can be taken from view.
    expect(answer.headers.get('cache-control')).toBe('public, max-age=10800')
    const { width, height } = PNG.sync.read(Buffer.from(await answer.arrayBuffer()))
    expect([width, height]).toEqual([WIDTH, HEIGHT])
    for (const other of ['/share/camps/ar.png', '/share/camps/ar-0123456789abcdef.png']) {
      const { status, headers } = await get(other)
      expect([other, status, headers.get('location')]).toEqual([other, 302, path])
      expect(headers.get('cache-control')).toBe('public, max-age=3')
    }
    for (const none of ['/share/none/ar.png', '/share/camps/xx.png', '/share/camps/ar-0.png', '/share/Camps!/ar.png'])
      expect([none, (await get(none)).status]).toEqual([none, 404])
  })

  it('is found by the address that another process gave, however many are made up', async () => {
    const old = (await findPicture('camps', 'fr'))?.path ?? ''
    expect((await get(old)).status).toBe(200)
    await db().sharePicture.updateMany({ where: { locale: 'fr' }, data: { sha256: 'abc'.padEnd(64, '0') } })
    const asked = '/share/camps/fr-abc0000000000000.png'
    expect((await get(asked)).status).toBe(200)
    expect((await get(old)).headers.get('location')).toBe(asked)
    // Within the seconds for which it is kept, however long the look-ups take here.
    const at = performance.now()
    const clock = vi.spyOn(performance, 'now').mockReturnValue(at)
    expect((await get(asked)).status).toBe(200)
    const reads = vi.spyOn(db().sharePicture, 'findFirst')
    for (let i = 0; i < 600; i++) await get(`/share/made-up-${i}/fr.png`)
    reads.mockClear()
    expect((await get(asked)).status).toBe(200)
    expect(reads).not.toHaveBeenCalled()
    reads.mockRestore()
    clock.mockRestore()
  })

  it('is made of the petition’s own title while that is drawn as it is', async () => {
    await makeAll(later(190))
    const plate = new PNG({ width: WIDTH, height: HEIGHT })
    plate.data.fill(255)
    const { title } = await db().petitionText.findFirstOrThrow({ where: { petitionId: petition, locale: 'en' } })
    await savePlate({ petitionId: petition, locale: 'en', title }, PNG.sync.write(plate), later(200))
    expect(await makeAll(later(205))).toBe(1)
    expect(await makeAll(later(290))).toBe(0)
    const row = await db().sharePicture.findFirstOrThrow({ where: { petitionId: petition, locale: 'en' } })
    expect(PNG.sync.read(Buffer.from(row.bytes)).data.readUInt32BE(0)).toBe(0xffffffff)
    await db().petitionText.updateMany({ where: { petitionId: petition, locale: 'en' }, data: { title: 'Another' } })
    expect(await makeAll(later(300))).toBe(1)
    const common = await db().sharePicture.findFirstOrThrow({ where: { petitionId: petition, locale: 'en' } })
    expect(common.source).toBe('common')
    // Which plate it is made of is told by the stored hash: none is read to compare.
    await db().petitionText.updateMany({ where: { petitionId: petition, locale: 'en' }, data: { title } })
    await db().sharePlate.updateMany({ data: { sha256: 'f'.repeat(64) } })
    expect(await makeAll(later(400))).toBe(1)
    const own = await db().sharePicture.findFirstOrThrow({ where: { petitionId: petition, locale: 'en' } })
    expect(own.source).toBe('f'.repeat(64))
  })

  it('is gone with a petition that is taken from view', async () => {
    await db().petition.update({
      where: { id: petition },
      data: { status: 'closed', closedAt: START, removedAt: START },
    })
    expect(await findPicture('camps', 'fr')).toBeNull()
    await setCount(1)
    expect(await makeAll(later(600))).toBe(0)
  })
})
