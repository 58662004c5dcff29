import { setTimeout } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { lockRow } from '@/lib/transaction'
import { aMember } from '@/test/a-member'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { builtInViews } from './built-in-views'
import { deleteView } from './delete-view'
import { listViews } from './list-views'
import { renameView } from './rename-view'
import { saveView } from './save-view'
import { readViewText, viewText } from './view-text'

useDatabase()
const now = new Date('2026-11-29T16:00:00Z')

describe('a saved view', () => {
  test('is one text whatever the order of its filter, and is its person’s alone', async () => {
    const [mine, other] = [await aStaffMember('moderator', now), await aStaffMember('auditor', now)]
    const query = 'state=held&country=KR&sort=oldest&done=saved'
    expect(await saveView(mine, '  Held in Korea ', query, now)).toEqual({
      ok: true,
      query: 'country=KR&state=held&sort=oldest',
    })
    const [view] = await listViews(mine)
    expect(view).toMatchObject({ name: 'Held in Korea', query: 'country=KR&state=held&sort=oldest' })
    expect(await listViews(other)).toEqual([])
    expect(await renameView(other, view?.id ?? '', 'Taken over', now)).toEqual({ ok: false, reason: 'view_gone' })
    expect(await deleteView(other, view?.id ?? '', now)).toBeNull()
    expect(await renameView(mine, view?.id ?? '', 'Korea', now)).toEqual({ ok: true })
    expect(await deleteView(mine, view?.id ?? '', now)).toBe('country=KR&state=held&sort=oldest')
    expect(await listViews(mine)).toEqual([])
  })

  test('has a name of its own, and there are twenty at most', async () => {
    const by = await aStaffMember('owner', now)
    expect(await saveView(by, 'One', 'state=held', now)).toMatchObject({ ok: true })
    expect(await saveView(by, 'One', 'state=removed', now)).toEqual({ ok: false, reason: 'view_taken' })
    for (const name of ['', ' ', 'someone@example.org', 'x'.repeat(61)])
      expect(await saveView(by, name, 'state=held', now)).toEqual({ ok: false, reason: 'view_name' })
    for (let i = 2; i <= 20; i += 1) await saveView(by, `View ${i}`, 'state=held', now)
    expect(await saveView(by, 'One more', 'state=held', now)).toEqual({ ok: false, reason: 'view_many' })
    const [, second] = await listViews(by)
    expect(await renameView(by, second?.id ?? '', 'One', now)).toEqual({ ok: false, reason: 'view_taken' })
  })

  test('of two that get one name at the same moment the later is told; and no more than twenty come of many', async () => {
    const by = await aStaffMember('owner', now)
    for (const name of ['One', 'Two']) await saveView(by, name, 'state=held', now)
    const [one, two] = await listViews(by)
    const later: Promise<unknown>[] = []
    await db().$transaction(async (tx) => {
      await lockRow(tx, 'staff', by.id)
      await tx.savedView.update({ where: { id: one?.id ?? '' }, data: { name: 'The same' } })
      later.push(renameView(by, two?.id ?? '', 'The same', now), saveView(by, 'The same', 'state=held', now))
      await setTimeout(300)
    })
    const taken = { ok: false, reason: 'view_taken' }
    expect(await Promise.all(later)).toEqual([taken, taken])
    await Promise.all(Array.from({ length: 20 }, (_, i) => saveView(by, `View ${i}`, 'state=held', now)))
    expect(await listViews(by)).toHaveLength(20)
  })

  test('holds nothing that somebody typed: no search, no unknown link, no network, and not everything', async () => {
    const by = await aStaffMember('owner', now)
    await aMember('harbour-forum')
    const queries = ['', 'text=someone@example.org', 'q=abc', 'via=minji-kim', 'network=00000047', 'state=gone']
    for (const query of queries)
      expect([query, await saveView(by, 'A view', query, now)]).toEqual([query, { ok: false, reason: 'view_filter' }])
    expect(await saveView(by, 'Harbour', 'via=harbour-forum', now)).toMatchObject({ ok: true })
    expect(await db().savedView.count({ where: { staffId: by.id } })).toBe(1)
  })

  test('goes with its person', async () => {
    const by = await aStaffMember('owner', now)
    await saveView(by, 'Held', 'state=held', now)
    await db().user.delete({ where: { id: by.id } })
    expect(await db().savedView.count({ where: { staffId: by.id } })).toBe(0)
  })
})

test('built-in views can be read, and their days begin in the reader’s zone', () => {
  const views = builtInViews(now, 'Asia/Seoul')
  for (const { query } of views) {
    const asked = readViewText(query)
    expect([query, asked && viewText(asked)]).toEqual([query, query])
  }
  // It is 1 o'clock on the 30th in Seoul.
  const from = (view: string) => readViewText(views.find((one) => one.view === view)?.query ?? '')?.filter.from
  expect(from('today')).toEqual(new Date('2026-11-29T15:00:00Z'))
  expect(from('flagged')).toEqual(new Date('2026-11-23T15:00:00Z'))
})
